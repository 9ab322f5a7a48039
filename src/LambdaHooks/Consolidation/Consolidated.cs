using LambdaHooks.Answers;
using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>What several workers' answers about one data object come to, with the evidence.</summary>
/// <param name="Tracks">Fused tracks, ordered by key.</param>
/// <param name="Clip">Fused whole-clip answers, ordered by question.</param>
/// <param name="Preference">Fused preference; null where nobody gave a usable one.</param>
/// <param name="Agreement">Agreement per track, ordered by key.</param>
/// <param name="Workers">Everybody who answered, ordered by name.</param>
public sealed record Consolidated(
    IReadOnlyList<ConsolidatedTrack> Tracks,
    IReadOnlyList<ConsolidatedClipAnswer> Clip,
    ConsolidatedPreference? Preference,
    IReadOnlyList<TrackAgreement> Agreement,
    IReadOnlyList<WorkerReliability> Workers)
{
    /// <summary>Whether, why and how urgently a person should look at the object.</summary>
    public Review Review { get; init; } = Review.None;
}

/// <summary>An object's place in the review queue.</summary>
/// <param name="Priority">Seconds of the clip in doubt: the sum of (1 - confidence) × duration over its segments and of confidence × duration over its candidates, and 1 for each doubtful whole-clip answer; 0 where nothing is in doubt.</param>
/// <param name="Reasons">Flags, in ordinal order, each once; see <see cref="Flags"/>.</param>
public sealed record Review(double Priority, IReadOnlyList<string> Reasons)
{
    /// <summary>Nothing to look at.</summary>
    public static Review None { get; } = new(0, []);
}

/// <summary>One fused track.</summary>
/// <param name="Key">Which track.</param>
/// <param name="OpenedBy">Workers who looked at it, ordered by name.</param>
/// <param name="Segments">Segments that a quorum marked, ordered by interval.</param>
/// <param name="Candidates">Segments below the quorum, ordered by interval: kept as evidence, not part of the label.</param>
public sealed record ConsolidatedTrack(
    TrackKey Key,
    IReadOnlyList<string> OpenedBy,
    IReadOnlyList<ConsolidatedSegment> Segments,
    IReadOnlyList<ConsolidatedSegment> Candidates)
{
    /// <summary>How its segments were fused.</summary>
    public TrackKind Kind { get; init; }
}

/// <summary>One fused segment.</summary>
/// <param name="Segment">Median boundaries, voted labels, chosen text.</param>
/// <param name="Confidence">0 to 1: probability that it is there × posterior of its label × mean overlap of the marks with it; with one opener, × how far the batch trusts them.</param>
/// <param name="Evidence">What each worker marked, ordered by worker.</param>
public sealed record ConsolidatedSegment(Segment Segment, double Confidence, IReadOnlyList<SegmentEvidence> Evidence)
{
    /// <summary>How much the boundaries differ; null where fewer than two workers placed them.</summary>
    public BoundarySpread? Spread { get; init; }

    /// <summary>Posterior of every label that was given, most likely first, 0 to 1, together 1; empty where all gave the same.</summary>
    public IReadOnlyList<(string Label, double Probability)> Posterior { get; init; } = [];

    /// <summary>The text's words with their confidence; empty where nobody wrote or all wrote the same.</summary>
    public IReadOnlyList<FusedWord> Words { get; init; } = [];

    /// <summary>Why a person should look at it, in ordinal order; see <see cref="Consolidation.Flags"/>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}

/// <summary>How much the workers' boundaries of one segment differ.</summary>
/// <param name="Start">Median absolute deviation of the starts from the fused start.</param>
/// <param name="End">The same for the ends.</param>
/// <param name="StartRange">Latest minus earliest start.</param>
/// <param name="EndRange">Latest minus earliest end.</param>
public sealed record BoundarySpread(MediaTime Start, MediaTime End, MediaTime StartRange, MediaTime EndRange);

/// <summary>One word of a fused text.</summary>
/// <param name="Text">The word as it was written; a character in scripts without spaces.</param>
/// <param name="Confidence">Share of the workers' weight behind it, 0 to 1.</param>
public sealed record FusedWord(string Text, double Confidence);

/// <summary>One worker's segment behind a fused one.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Segment">What they marked.</param>
/// <param name="Weight">Their weight in the fusion; 0 for an excluded worker, whose mark is kept and decides nothing.</param>
public sealed record SegmentEvidence(string Worker, Segment Segment, double Weight)
{
    /// <summary>True for a mark that says only that something is there: it covers several segments, so it moves no boundary.</summary>
    public bool PresenceOnly { get; init; }

    /// <summary>True for a mark that has a say in where a segment lies, and what it is: of a worker who counts, and of just this segment.</summary>
    internal bool Places => Weight > 0 && !PresenceOnly;
}

/// <summary>A fused whole-clip answer.</summary>
/// <param name="Question">The question.</param>
/// <param name="Value">The fused answer, of the shape the workers gave.</param>
/// <param name="Confidence">0 to 1: posterior of the value (mean over the options of a set; for text the mean over its words; null for numbers).</param>
/// <param name="Spread">For numbers the median absolute deviation; null otherwise.</param>
/// <param name="Evidence">What each worker answered, ordered by worker.</param>
public sealed record ConsolidatedClipAnswer(
    string Question,
    ClipAnswer Value,
    double? Confidence,
    double? Spread,
    IReadOnlyList<(string Worker, ClipAnswer Value)> Evidence)
{
    /// <summary>Posterior of every label that was given, most likely first; empty where the answer is no choice or all gave the same.</summary>
    public IReadOnlyList<(string Label, double Probability)> Posterior { get; init; } = [];

    /// <summary>What stars come to; null where the answer is no rating.</summary>
    public RatingSummary? Rating { get; init; }

    /// <summary>A text's words with their confidence; empty where the answer is no text or all wrote the same.</summary>
    public IReadOnlyList<FusedWord> Words { get; init; } = [];

    /// <summary>Why a person should look at it, in ordinal order; see <see cref="Consolidation.Flags"/>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}

/// <summary>Ratings of one clip.</summary>
/// <param name="Adjusted">The clip's effect in the additive clip and rater model: the mean without what is the raters' own.</param>
/// <param name="Mean">Plain mean.</param>
/// <param name="Deviation">Standard deviation of the ratings (n - 1); null with one.</param>
/// <param name="Count">How many rated.</param>
public sealed record RatingSummary(double Adjusted, double Mean, double? Deviation, int Count);

/// <summary>The workers' preferences between candidates, fused.</summary>
/// <param name="Scores">Mean signed strength of each candidate against the others, best first; equals in ordinal order.</param>
/// <param name="Pairs">Every pair of candidates that at least one worker compared.</param>
/// <param name="Evidence">What each worker preferred, ordered by worker.</param>
public sealed record ConsolidatedPreference(
    IReadOnlyList<(string Candidate, double Score)> Scores,
    IReadOnlyList<ComparedPair> Pairs,
    IReadOnlyList<(string Worker, Preference Preference)> Evidence);

/// <summary>Two candidates as the workers together compared them.</summary>
/// <param name="Better">The candidate with the higher mean strength; the ordinally first in a tie.</param>
/// <param name="Worse">The other.</param>
/// <param name="Margin">Mean strength of <paramref name="Better"/> over <paramref name="Worse"/>, 0 to 3.</param>
/// <param name="Agreement">Share of the workers who prefer <paramref name="Better"/>, 0 to 1; ties count as not preferring.</param>
/// <param name="Workers">How many compared the two.</param>
public sealed record ComparedPair(string Better, string Worse, double Margin, double Agreement, int Workers)
{
    /// <summary>Margins below this are called a tie: a quarter of the smallest strength a worker can give.</summary>
    public const double TieMargin = 0.25;

    /// <summary>True when the two are too close to call.</summary>
    public bool Tie => Margin < TieMargin;
}

/// <summary>How much workers agree on one track of one data object.</summary>
/// <param name="Key">Which track.</param>
/// <param name="Workers">How many opened it whose answers count.</param>
/// <param name="F1">
/// Mean over pairs of workers of F1: segments match when their labels are equal and they overlap by half (intersection over union).
/// Both empty gives 1, one empty 0; null with fewer than two workers.
/// </param>
/// <param name="OverlapRatio">Mean over pairs of the mean intersection over union of matched segments, unmatched ones counting 0; null with fewer than two workers.</param>
public sealed record TrackAgreement(TrackKey Key, int Workers, double? F1, double? OverlapRatio);

/// <summary>What a batch says about one worker.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Reliability">0 to 1: median over partners of the mean intersection over union (matched by 0.3 or more with the same label, others 0) on tracks both opened; null where nothing was shared.</param>
/// <param name="SharedTracks">Tracks shared with at least one partner, not counting those both left empty.</param>
/// <param name="Excluded">Why the worker's answers were left out; null where they were used.</param>
public sealed record WorkerReliability(string Worker, double? Reliability, int SharedTracks, string? Excluded)
{
    /// <summary>True where <see cref="Reliability"/> was given from elsewhere.</summary>
    public bool IsKnown { get; init; }

    /// <summary>How often their labels are right by the label model, 0 to 1; null where they gave none that others can confirm.</summary>
    public double? LabelAccuracy { get; init; }

    /// <summary>1 minus the mean word error rate against the others' texts, 0 to 1; null where nobody else wrote.</summary>
    public double? TextReliability { get; init; }

    /// <summary>Median of how much later than the fused boundaries theirs lie, negative for earlier; null with too few to tell.</summary>
    public MediaTime? Lag { get; init; }

    /// <summary>Workers with whom at least 90 % of their marks are the same almost exactly (overlap above 0.98): one may copy the other.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>How often they agree with gold answers, 0 to 1; null where they answered none.</summary>
    public double? GoldAgreement { get; init; }
}
