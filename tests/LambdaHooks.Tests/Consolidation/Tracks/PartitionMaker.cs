using LambdaHooks.Consolidation;
using LambdaHooks.Consolidation.Tracks;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation.Tracks;

/// <summary>Tracks that part a clip, and fused ones in words.</summary>
internal static class PartitionMaker
{
    /// <summary>A track cut at these seconds; the first and the last are its start and end.</summary>
    public static WorkerTrack Cut(string worker, params decimal[] seconds) => Cut(worker, [.. seconds.Select(s => MediaTime.FromSeconds(s).Microseconds)]);

    /// <summary>A track cut at these microseconds.</summary>
    public static WorkerTrack Cut(string worker, long[] times) =>
        new(worker, [.. times.Skip(1).Select((end, i) => new Segment(new Interval(new MediaTime(times[i]), new MediaTime(end)), $"{i}"))]);

    /// <summary>Everybody has the same say.</summary>
    public static IReadOnlyList<PartitionPiece> Fuse(params WorkerTrack[] tracks) => PartitionFusion.Fuse(tracks, Equal(tracks.Length));

    /// <summary>Where the fused pieces start, and where the last one ends, in seconds.</summary>
    public static decimal[] Cuts(IReadOnlyList<PartitionPiece> pieces) =>
        [.. pieces.Select(p => p.Interval.Start.Seconds), .. pieces.TakeLast(1).Select(p => p.Interval.End.Seconds)];

    public static double[] Equal(int workers) => [.. Enumerable.Repeat(1.0, workers)];

    /// <summary>Everything, with names for places in the list; times are told from <paramref name="origin"/>.</summary>
    public static string InWords(IReadOnlyList<PartitionPiece> pieces, IReadOnlyList<WorkerTrack> tracks, MediaTime origin = default) => string.Join('\n', pieces.Select(p =>
        $"{p.Interval.Shift(MediaTime.Zero - origin)} {p.StartSupport:R} {p.EndSupport:R} "
        + $"[{Times(p.Starts, origin)}] [{Times(p.Ends, origin)}] {string.Join(' ', p.Members.Select(m => $"{tracks[m.Worker].Worker}#{m.Segment}×{m.Share:R}"))}"));

    private static string Times(IReadOnlyList<MediaTime> times, MediaTime origin) => string.Join(' ', times.Select(t => t - origin));
}
