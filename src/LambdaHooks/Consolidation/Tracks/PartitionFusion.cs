using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>
/// Fuses tracks that part the whole clip (scenes, shots, sections of music) by their boundaries, so that the result parts it too.
/// </summary>
/// <remarks>
/// Matching segments one by one, as for tracks with gaps, would lose what a coarse and a fine worker agree on: the boundaries.
/// Neighbours with the same label stay two pieces, since a repeated verse is two sections.
/// </remarks>
internal static class PartitionFusion
{
    private const double WeightUnits = 1_000_000;
    private const double LargestWeight = 1000;

    /// <summary>The fused pieces in order of time, each starting where the one before ends.</summary>
    /// <remarks>
    /// Where only one worker has a say, the pieces are that worker's segments exactly as they are, gaps and overlaps included.
    /// The result depends on no order of the tracks: places in <see cref="PartitionPiece.Members"/> apart, which follow it.
    /// </remarks>
    /// <param name="tracks">One track a worker, each worker once; their segments sorted.</param>
    /// <param name="weights">For each track 0 to 1,000: 0 gives no say, the segments are members all the same; used to the sixth decimal.</param>
    /// <returns>Empty where nobody with a say marked a segment that has a length.</returns>
    /// <exception cref="ArgumentException">Not as many weights as tracks, or one out of range.</exception>
    public static IReadOnlyList<PartitionPiece> Fuse(IReadOnlyList<WorkerTrack> tracks, ReadOnlySpan<double> weights)
    {
        var order = Enumerable.Range(0, tracks.Count).OrderBy(i => tracks[i].Worker, StringComparer.Ordinal).ToArray();
        var units = Units(weights, tracks.Count);
        var (voters, sole) = (new List<PartitionVoter>(), -1);
        foreach (var i in order.Where(i => units[i] > 0))
        {
            if (PartitionVoter.Of(tracks[i], units[i]) is { } voter)
            {
                voters.Add(voter);
                sole = i;
            }
        }

        return voters.Count switch
        {
            0 => [],
            1 => OneVoice(tracks, order, sole),
            _ => Several(tracks, order, PartitionBoundaries.Fuse(voters)),
        };
    }

    private static PartitionPiece[] Several(IReadOnlyList<WorkerTrack> tracks, int[] order, IReadOnlyList<PartitionBoundary> boundaries)
    {
        Interval[] pieces = [.. boundaries.Skip(1).Select((end, i) => new Interval(boundaries[i].Time, end.Time))];
        var members = new PartitionMembers(pieces);
        foreach (var i in order)
        {
            members.Add(i, tracks[i].Segments);
        }

        return [.. members.ByPiece().Select((of, i) =>
            new PartitionPiece(pieces[i], of, boundaries[i].Support, boundaries[i + 1].Support, boundaries[i].Marks, boundaries[i + 1].Marks))];
    }

    private static PartitionPiece[] OneVoice(IReadOnlyList<WorkerTrack> tracks, int[] order, int sole)
    {
        var own = tracks[sole].Segments;
        int[] segments = [.. Enumerable.Range(0, own.Count).Where(s => !own[s].Interval.IsEmpty)];
        Interval[] pieces = [.. segments.Select(s => own[s].Interval)];
        var members = new PartitionMembers(pieces);
        foreach (var i in order)
        {
            if (i == sole)
            {
                members.AddOwn(i, own, segments);
            }
            else
            {
                members.Add(i, tracks[i].Segments);
            }
        }

        return [.. members.ByPiece().Select((of, i) => new PartitionPiece(pieces[i], of, 1, 1, [pieces[i].Start], [pieces[i].End]))];
    }

    private static long[] Units(ReadOnlySpan<double> weights, int count)
    {
        if (weights.Length != count)
        {
            throw new ArgumentException($"{weights.Length} weights for {count} tracks.", nameof(weights));
        }

        var units = new long[count];
        for (var i = 0; i < count; i++)
        {
            units[i] = weights[i] is >= 0 and <= LargestWeight
                ? (long)Math.Round(weights[i] * WeightUnits)
                : throw new ArgumentException($"A weight of {weights[i]} is not between 0 and {LargestWeight}.", nameof(weights));
        }

        return units;
    }
}
