namespace LambdaHooks.Consolidation;

/// <summary>Why a person should look at something again. The codes are part of the label's wire form.</summary>
public static class Flags
{
    /// <summary>At most half of those who opened the track marked it.</summary>
    public const string BelowQuorum = "below-quorum";

    /// <summary>The label's posterior is below 0.7, or nothing decides between two labels.</summary>
    public const string LabelUncertain = "label-uncertain";

    /// <summary>Starts or ends differ by more than 150 ms and 15 % of the length (median absolute deviation).</summary>
    public const string BoundarySpread = "boundary-spread";

    /// <summary>Somebody marked this and a neighbour as one, or one segment as several.</summary>
    public const string SplitMerge = "split-merge";

    /// <summary>Mean word confidence is below 0.8, or nothing decides between two texts.</summary>
    public const string TextUncertain = "text-uncertain";

    /// <summary>Fewer than two workers' answers count.</summary>
    public const string OneWorker = "one-worker";

    /// <summary>A worker's answers were left out.</summary>
    public const string WorkerExcluded = "worker-excluded";

    /// <summary>Ratings differ by more than 1.2 (standard deviation), or fall into two camps.</summary>
    public const string RatingSpread = "rating-spread";

    /// <summary>Mean pairwise agreement on a track is below 0.4.</summary>
    public const string LowAgreement = "low-agreement";

    /// <summary>A worker's answer contradicts a gold answer.</summary>
    public const string GoldFailed = "gold-failed";

    /// <summary>A worker marked the same thing twice; one of the marks counts.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>A segment without length on a track of segments; kept as evidence, part of no label.</summary>
    public const string Empty = "empty";
}
