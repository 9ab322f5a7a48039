using LambdaHooks.Consolidation;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>What a person wrote down about a job, as consolidation takes it.</summary>
public static class KnownSettings
{
    /// <summary>The same, in the terms of consolidation.</summary>
    /// <param name="known">What was written down.</param>
    public static ConsolidationSettings Of(JobKnowledge known) => new()
    {
        KnownReliabilities = known.Reliabilities,
        AlwaysUse = known.Use,
        AlwaysExclude = known.Exclude,
        Gold = known.Gold,
        TrackKinds = known.Tracks.ToDictionary(t => t.Key, t => KindOf(t.Value), StringComparer.Ordinal),
    };

    private static TrackKind KindOf(string kind) => kind switch
    {
        "partition" => TrackKind.Partition,
        "points" => TrackKind.Points,
        _ => TrackKind.Segments,
    };
}
