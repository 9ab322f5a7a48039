using LambdaHooks.Answers;

namespace LambdaHooks.Consolidation;

/// <summary>What is known before a batch is consolidated. The default knows nothing.</summary>
public sealed record ConsolidationSettings
{
    /// <summary>Nothing known, everything estimated from the batch.</summary>
    public static ConsolidationSettings Default { get; } = new();

    /// <summary>
    /// Reliability of workers known from elsewhere, 0 to 1: a whole job, or gold answers. Takes the place of what the batch says.
    /// </summary>
    public IReadOnlyDictionary<string, double> KnownReliabilities { get; init; } = new Dictionary<string, double>();

    /// <summary>Workers who are never excluded, whatever the batch says.</summary>
    public IReadOnlySet<string> AlwaysUse { get; init; } = new HashSet<string>();

    /// <summary>Workers who are excluded, whatever the batch says.</summary>
    public IReadOnlySet<string> AlwaysExclude { get; init; } = new HashSet<string>();

    /// <summary>Answers known to be right, by object id: they decide what they answer, and workers are measured by them.</summary>
    public IReadOnlyDictionary<string, Answer> Gold { get; init; } = new Dictionary<string, Answer>();

    /// <summary>How tracks of a category are read; categories that are not named are told from the batch.</summary>
    public IReadOnlyDictionary<string, TrackKind> TrackKinds { get; init; } = new Dictionary<string, TrackKind>();
}

/// <summary>What the segments of a track are, and so how they are fused.</summary>
public enum TrackKind
{
    /// <summary>Stretches that may overlap and leave gaps: matched one by one.</summary>
    Segments,

    /// <summary>A full partition of the clip (scenes, shots, sections): its boundaries are fused, and no gap is left.</summary>
    Partition,

    /// <summary>Instants without a length (clicks, drops): matched by distance.</summary>
    Points,
}
