namespace LambdaHooks.Consolidation;

/// <summary>Says whether, why and how urgently a person should look at an object.</summary>
internal static class ReviewOf
{
    private const double LowAgreement = 0.4;
    private const double SecondsOfAnInstant = 0.5;

    /// <summary>The object's place in the review queue.</summary>
    /// <param name="result">What it came to.</param>
    /// <param name="goldFailed">True where a worker's track contradicts one that is known to be right.</param>
    public static Review Object(Consolidated result, bool goldFailed)
    {
        var reasons = new SortedSet<string>(StringComparer.Ordinal);
        reasons.UnionWith(result.Tracks.SelectMany(t => t.Segments.Concat(t.Candidates)).SelectMany(s => s.Flags));
        reasons.UnionWith(result.Clip.SelectMany(c => c.Flags));
        Add(Flags.WorkerExcluded, result.Workers.Any(w => w.Excluded is not null));
        Add(Flags.OneWorker, result.Workers.Count > 0 && result.Workers.Count(w => w.Excluded is null) < 2);
        Add(Flags.GoldFailed, goldFailed);
        Add(Flags.LowAgreement, result.Agreement.Any(a => a.F1 < LowAgreement));
        return reasons.Count == 0 ? Review.None : new Review(Priority(result), [.. reasons]);

        void Add(string flag, bool holds)
        {
            if (holds)
            {
                _ = reasons.Add(flag);
            }
        }
    }

    /// <summary>What is in is doubted as far as it may be wrong, what is out as far as it may be right.</summary>
    private static double Priority(Consolidated result) =>
        result.Tracks.Sum(t => t.Segments.Sum(s => (1 - s.Confidence) * Seconds(s)) + t.Candidates.Sum(s => s.Confidence * Seconds(s)))
        + result.Clip.Count(c => c.Flags.Count > 0);

    private static double Seconds(ConsolidatedSegment segment) =>
        segment.Segment.Interval.IsEmpty ? SecondsOfAnInstant : (double)segment.Segment.Interval.Length.Seconds;
}
