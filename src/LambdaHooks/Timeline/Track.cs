namespace LambdaHooks.Timeline;

/// <summary>Which track of a task: what it is about, and of which medium.</summary>
/// <param name="Category">What the track is about, such as <c>speaker</c> or <c>defect</c>.</param>
/// <param name="Media">Id of the medium it lies on; null where the answer named none (the task has one).</param>
public readonly record struct TrackKey(string Category, string? Media) : IComparable<TrackKey>
{
    /// <summary>Ordinal, by medium, then category.</summary>
    public int CompareTo(TrackKey other)
    {
        var byMedia = string.CompareOrdinal(Media ?? "", other.Media ?? "");
        return byMedia != 0 ? byMedia : string.CompareOrdinal(Category, other.Category);
    }

#pragma warning disable CS1591 // The order stated above.
    public static bool operator <(TrackKey a, TrackKey b) => a.CompareTo(b) < 0;

    public static bool operator >(TrackKey a, TrackKey b) => a.CompareTo(b) > 0;

    public static bool operator <=(TrackKey a, TrackKey b) => a.CompareTo(b) <= 0;

    public static bool operator >=(TrackKey a, TrackKey b) => a.CompareTo(b) >= 0;
#pragma warning restore CS1591
}

/// <summary>
/// One worker's segments on one track of a task.
/// </summary>
/// <remarks>An opened track without segments says "I looked, there is nothing"; a track that was not opened says nothing at all.</remarks>
/// <param name="Key">Which track.</param>
/// <param name="Segments">Its segments, in any order; may overlap.</param>
public sealed record Track(TrackKey Key, IReadOnlyList<Segment> Segments)
{
    /// <summary>True when the worker looked at the track; a track with segments always counts as opened.</summary>
    public bool Opened { get; init; } = true;
}
