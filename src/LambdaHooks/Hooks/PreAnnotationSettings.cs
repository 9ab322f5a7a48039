using LambdaHooks.Media;

namespace LambdaHooks.Hooks;

/// <summary>What a pre-annotation process was told.</summary>
/// <param name="State">Where peaks and contexts are kept.</param>
/// <param name="MediaBuckets">The only buckets whose objects are read and signed; at least one.</param>
/// <param name="UrlLifetime">How long signed URLs may work.</param>
public sealed record PreAnnotationSettings(ObjectUri State, IReadOnlySet<string> MediaBuckets, TimeSpan UrlLifetime)
{
    /// <summary>Default of <see cref="UrlLifetime"/>: 1 hour.</summary>
    public static readonly TimeSpan DefaultUrlLifetime = TimeSpan.FromHours(1);

    /// <summary>Longest <see cref="UrlLifetime"/>: 7 days, the limit of Signature Version 4.</summary>
    public static readonly TimeSpan LongestUrlLifetime = TimeSpan.FromDays(7);

    /// <summary>Measure the loudness of single media too; candidates of a comparison are always measured.</summary>
    public bool MeasureLoudness { get; init; }

    /// <summary>How media are fetched while they are scanned.</summary>
    public ScanPlan Plan { get; init; } = ScanPlan.Remote;
}
