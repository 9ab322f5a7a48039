using LambdaHooks.Answers;

namespace LambdaHooks.GroundTruth;

/// <summary>
/// The consolidated label of one data object, under the job's label attribute name. A failed object has <see cref="Error"/> and no
/// tracks; a label that was too large for the response is <see cref="SpilledLabelWire"/> instead.
/// </summary>
public sealed record LabelWire
{
    /// <summary>Version of this shape.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Why the object has no label: a fixed code, a colon, and what is wrong. Null where it has one.</summary>
    public string? Error { get; init; }

    /// <summary>Fused tracks.</summary>
    public IReadOnlyList<TrackWire>? Tracks { get; init; }

    /// <summary>Segments that too few workers marked, by track: evidence, not label.</summary>
    public IReadOnlyList<TrackWire>? Candidates { get; init; }

    /// <summary>Fused whole-clip answers, by question.</summary>
    public IReadOnlyDictionary<string, ClipWire>? Clip { get; init; }

    /// <summary>Fused transcript of the whole clip, where a question asked for one.</summary>
    public TranscriptWire? Transcript { get; init; }

    /// <summary>Fused preference between candidates.</summary>
    public PreferenceWire? Preference { get; init; }

    /// <summary>How much the workers agree, by track.</summary>
    public IReadOnlyList<AgreementWire>? Agreement { get; init; }

    /// <summary>Everybody whose answer was used.</summary>
    public IReadOnlyList<WorkerWire>? Workers { get; init; }

    /// <summary>Answers, and parts of answers, that were not used.</summary>
    public IReadOnlyList<RejectionWire>? Rejections { get; init; }

    /// <summary>Where the records made from this batch lie.</summary>
    public RecordsWire? Records { get; init; }

    /// <summary>What was odd and how it was handled.</summary>
    public IReadOnlyList<string>? Notices { get; init; }

    /// <summary>Why a person should look at the object; null where nothing is in doubt.</summary>
    public ReviewWire? Review { get; init; }
}

/// <summary>An object's place in the review queue.</summary>
/// <param name="Priority">Seconds in doubt: the sum of (1 - confidence) × duration over its segments and of confidence × duration over its candidates, and 1 for each doubtful whole-clip answer.</param>
/// <param name="Reasons">Flags, such as <c>below-quorum</c>, <c>label-uncertain</c>, <c>boundary-spread</c>, <c>split-merge</c>.</param>
public sealed record ReviewWire(double Priority, IReadOnlyList<string> Reasons);

/// <summary>A fused track.</summary>
/// <param name="Category">What it is about.</param>
/// <param name="Media">Id of its medium, or null where the task has one.</param>
/// <param name="OpenedBy">Workers who looked at it.</param>
/// <param name="Segments">Its segments.</param>
public sealed record TrackWire(string Category, string? Media, IReadOnlyList<string> OpenedBy, IReadOnlyList<SegmentWire> Segments)
{
    /// <summary><c>partition</c> or <c>points</c>; null for a track of segments.</summary>
    public string? Kind { get; init; }
}

/// <summary>A fused segment.</summary>
/// <param name="Start">Seconds, at most six decimals; first instant inside.</param>
/// <param name="End">Seconds, at most six decimals; first instant after it.</param>
/// <param name="Label">Its label, or null.</param>
/// <param name="Text">Transcript or remark; may be empty.</param>
/// <param name="Confidence">0 to 1, four decimals.</param>
/// <param name="Workers">What each worker marked.</param>
public sealed record SegmentWire(decimal Start, decimal End, string? Label, string Text, double Confidence, IReadOnlyList<SegmentEvidenceWire> Workers)
{
    /// <summary>Further labels, where there are any.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Further named values, where there are any.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    /// <summary>How much the workers' boundaries differ; null with fewer than two.</summary>
    public SpreadWire? Spread { get; init; }

    /// <summary>Posterior of every label that was given, most likely first; null where all gave the same.</summary>
    public IReadOnlyDictionary<string, double>? Posterior { get; init; }

    /// <summary>Words with their confidence; null where nobody wrote or all wrote the same.</summary>
    public IReadOnlyList<WordWire>? Words { get; init; }

    /// <summary>Why a person should look at it; null where nothing is in doubt.</summary>
    public IReadOnlyList<string>? Flags { get; init; }
}

/// <summary>How much boundaries differ, in seconds.</summary>
/// <param name="Start">Median absolute deviation of the starts.</param>
/// <param name="End">Median absolute deviation of the ends.</param>
/// <param name="StartRange">Latest minus earliest start.</param>
/// <param name="EndRange">Latest minus earliest end.</param>
public sealed record SpreadWire(decimal Start, decimal End, decimal StartRange, decimal EndRange);

/// <summary>A word of a fused text.</summary>
/// <param name="Text">The word.</param>
/// <param name="Confidence">0 to 1, four decimals.</param>
public sealed record WordWire(string Text, double Confidence);

/// <summary>One worker's segment behind a fused one.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds.</param>
/// <param name="Label">Their label, or null.</param>
/// <param name="Weight">Their weight in the fusion.</param>
public sealed record SegmentEvidenceWire(string Worker, decimal Start, decimal End, string? Label, double Weight)
{
    /// <summary>Their further labels, where there are any.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Their text, where they wrote one.</summary>
    public string? Text { get; init; }

    /// <summary>Their further named values, where there are any.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    /// <summary><c>presence</c> for a mark that covers several segments and so moves no boundary; null otherwise.</summary>
    public string? Role { get; init; }
}

/// <summary>A fused whole-clip answer.</summary>
/// <param name="Value">The answer, in the shape the page submitted.</param>
/// <param name="Confidence">0 to 1, four decimals; null for numbers.</param>
/// <param name="Spread">Median absolute deviation of numbers; null otherwise.</param>
/// <param name="Workers">What each worker answered.</param>
public sealed record ClipWire(ClipAnswer Value, double? Confidence, double? Spread, IReadOnlyList<ClipEvidenceWire> Workers)
{
    /// <summary>Posterior of every label that was given, most likely first; null where all gave the same or the answer is no choice.</summary>
    public IReadOnlyDictionary<string, double>? Posterior { get; init; }

    /// <summary>What stars come to; null where the answer is no rating.</summary>
    public RatingWire? Rating { get; init; }

    /// <summary>Words with their confidence; null where the answer is no text or all wrote the same.</summary>
    public IReadOnlyList<WordWire>? Words { get; init; }

    /// <summary>Why a person should look at it; null where nothing is in doubt.</summary>
    public IReadOnlyList<string>? Flags { get; init; }
}

/// <summary>Ratings of one clip, four decimals.</summary>
/// <param name="Adjusted">Without what is the raters' own.</param>
/// <param name="Mean">Plain mean.</param>
/// <param name="Deviation">Standard deviation; null with one rater.</param>
/// <param name="Count">How many rated.</param>
public sealed record RatingWire(double Adjusted, double Mean, double? Deviation, int Count);

/// <summary>One worker's whole-clip answer.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Value">Their answer.</param>
public sealed record ClipEvidenceWire(string Worker, ClipAnswer Value);

/// <summary>A fused transcript.</summary>
/// <param name="Question">The whole-clip question it answers, under <c>clip</c>, where the evidence is.</param>
/// <param name="Text">The transcript.</param>
/// <param name="Confidence">0 to 1, four decimals.</param>
public sealed record TranscriptWire(string Question, string Text, double? Confidence);

/// <summary>A fused preference.</summary>
/// <param name="Order">Candidate ids, best first.</param>
/// <param name="Scores">Mean signed strength of each candidate against the others.</param>
/// <param name="Pairs">Every pair of candidates that was compared.</param>
/// <param name="Workers">What each worker preferred.</param>
public sealed record PreferenceWire(
    IReadOnlyList<string> Order,
    IReadOnlyDictionary<string, double> Scores,
    IReadOnlyList<ComparedPairWire> Pairs,
    IReadOnlyList<PreferenceEvidenceWire> Workers);

/// <summary>Two candidates, compared.</summary>
/// <param name="Chosen">Id of the better one.</param>
/// <param name="Rejected">Id of the other.</param>
/// <param name="Margin">Mean strength, 0 to 3.</param>
/// <param name="Agreement">Share of workers who prefer <paramref name="Chosen"/>.</param>
/// <param name="Tie">True when too close to call.</param>
/// <param name="Workers">How many compared the two.</param>
public sealed record ComparedPairWire(string Chosen, string Rejected, double Margin, double Agreement, bool Tie, int Workers);

/// <summary>One worker's preference.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Order">Candidates as shown.</param>
/// <param name="Strength">-3 to 3: negative for the first of <paramref name="Order"/>, positive for the last.</param>
/// <param name="Tie">True when they called it a tie.</param>
public sealed record PreferenceEvidenceWire(string Worker, IReadOnlyList<string> Order, double Strength, bool Tie)
{
    /// <summary>Best first, where they ranked.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Ranking { get; init; }

    /// <summary>Why, where they said.</summary>
    public IReadOnlyList<string>? Reasons { get; init; }
}

/// <summary>Agreement on one track.</summary>
/// <param name="Category">The track's category.</param>
/// <param name="Media">Id of its medium, or null.</param>
/// <param name="Workers">How many opened it.</param>
/// <param name="F1">Mean pairwise F1 at an overlap of one half; null with one worker.</param>
/// <param name="Overlap">Mean pairwise intersection over union; null with one worker.</param>
public sealed record AgreementWire(string Category, string? Media, int Workers, double? F1, double? Overlap);

/// <summary>One worker in this batch.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Reliability">0 to 1 in this batch, provisional; null where nothing was shared with others.</param>
/// <param name="SharedTracks">Tracks the figure rests on.</param>
/// <param name="Excluded">Why their answers were left out; null where they were used.</param>
public sealed record WorkerWire(string Worker, double? Reliability, int SharedTracks, string? Excluded)
{
    /// <summary>True where the reliability was given from elsewhere; null otherwise.</summary>
    public bool? Known { get; init; }

    /// <summary>How often their labels are right, 0 to 1.</summary>
    public double? LabelAccuracy { get; init; }

    /// <summary>1 minus the word error rate against the others' texts, 0 to 1.</summary>
    public double? TextReliability { get; init; }

    /// <summary>How many seconds later than the fused boundaries theirs lie (median); negative for earlier.</summary>
    public decimal? LagSeconds { get; init; }

    /// <summary>Workers whose marks are almost exactly the same.</summary>
    public IReadOnlyList<string>? Copies { get; init; }

    /// <summary>How often they agree with gold answers, 0 to 1.</summary>
    public double? GoldAgreement { get; init; }
}

/// <summary>Something that was not used.</summary>
/// <param name="Worker">Whose; empty where it is not known.</param>
/// <param name="Part">Which part; null for a whole answer.</param>
/// <param name="Reason">A fixed code, a colon, and what is wrong.</param>
/// <param name="Raw">What was written; null where it is kept at <paramref name="RawUri"/>.</param>
/// <param name="RawUri">Where what was written is kept; null where it is in <paramref name="Raw"/>.</param>
public sealed record RejectionWire(string Worker, string? Part, string Reason, string? Raw, string? RawUri);

/// <summary>Records made from the batch this label came with; provisional, since reliability was estimated from the batch alone.</summary>
/// <param name="Preferences">Where the preference pairs lie; null where the batch has none.</param>
/// <param name="Sft">Where the SFT segment records lie; null where the batch has none.</param>
/// <param name="Pairs">How many pairs came from this object.</param>
/// <param name="Segments">How many SFT records came from this object.</param>
/// <param name="Problem">Why records could not be written; null where they were.</param>
public sealed record RecordsWire(string? Preferences, string? Sft, int Pairs, int Segments, string? Problem);

/// <summary>Stands for a label that was too large for the response.</summary>
/// <param name="S3Uri">Where the label lies.</param>
/// <param name="Sha256">SHA-256 of its bytes, in hex.</param>
public sealed record SpilledLabelWire(string S3Uri, string Sha256)
{
    /// <summary>Version of this shape.</summary>
    public int Version { get; init; } = 1;
}

/// <summary>An error as the Lambda Runtime API takes it.</summary>
/// <param name="ErrorMessage">What is wrong; never what a worker or a manifest wrote.</param>
/// <param name="ErrorType">Kind of error.</param>
/// <param name="StackTrace">Where it happened, a frame a line.</param>
public sealed record ErrorWire(string ErrorMessage, string ErrorType, IReadOnlyList<string> StackTrace);
