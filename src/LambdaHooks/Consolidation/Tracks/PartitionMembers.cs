using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Finds which segments lie on which piece of a fused partition; nothing a worker marked is left out.</summary>
/// <remarks>For m segments and n pieces of k workers: (m + n × k) × log steps and as many members at most, however the segments overlap.</remarks>
internal sealed class PartitionMembers
{
    private readonly Interval[] pieces;
    private readonly PartitionLongest longest;
    private readonly List<(int Piece, int Rank, int Segment)> found = [];
    private readonly List<(int Worker, IReadOnlyList<Segment> Segments)> tracks = [];

    /// <summary>For pieces in order of time, none empty, one at least.</summary>
    public PartitionMembers(Interval[] pieces) => (this.pieces, longest) = (pieces, new PartitionLongest(pieces));

    /// <summary>Adds a worker's segments, sorted by start.</summary>
    public void Add(int worker, IReadOnlyList<Segment> segments)
    {
        tracks.Add((worker, segments));
        AddReachingInto(segments);
        for (var i = 0; i < segments.Count; i++)
        {
            found.Add((BestFor(segments[i].Interval), tracks.Count - 1, i));
        }
    }

    /// <summary>Adds the worker whose segments the pieces are: each is a member of its own piece alone, even where two of them overlap.</summary>
    /// <param name="worker">Their place in the list of tracks.</param>
    /// <param name="segments">Their segments, sorted by start.</param>
    /// <param name="ofPieces">For each piece the segment that it is.</param>
    public void AddOwn(int worker, IReadOnlyList<Segment> segments, int[] ofPieces)
    {
        tracks.Add((worker, segments));
        var placed = new bool[segments.Count];
        for (var piece = 0; piece < ofPieces.Length; piece++)
        {
            found.Add((piece, tracks.Count - 1, ofPieces[piece]));
            placed[ofPieces[piece]] = true;
        }

        for (var i = 0; i < placed.Length; i++)
        {
            if (!placed[i])
            {
                found.Add((BestFor(segments[i].Interval), tracks.Count - 1, i));
            }
        }
    }

    /// <summary>The members of every piece, by the order in which workers were added, then segment.</summary>
    public IReadOnlyList<(int Worker, int Segment, double Share)>[] ByPiece()
    {
        found.Sort();
        var members = pieces.Select(_ => new List<(int Worker, int Segment, double Share)>()).ToArray();
        for (var i = 0; i < found.Count; i++)
        {
            if (i == 0 || found[i] != found[i - 1])
            {
                var (piece, rank, segment) = found[i];
                var (worker, segments) = tracks[rank];
                members[piece].Add((worker, segment, Shared(piece, segments[segment].Interval) / (double)pieces[piece].Length.Microseconds));
            }
        }

        return members;
    }

    private void AddReachingInto(IReadOnlyList<Segment> segments)
    {
        var (next, furthest) = (0, -1);
        for (var piece = 0; piece < pieces.Length; piece++)
        {
            PassStartsBefore(pieces[piece].Start);
            AddIfShared(piece, furthest);
            var started = next;
            PassStartsBefore(pieces[piece].End);
            for (var segment = started; segment < next; segment++)
            {
                AddIfShared(piece, segment);
            }
        }

        void PassStartsBefore(MediaTime time)
        {
            for (; next < segments.Count && segments[next].Interval.Start < time; next++)
            {
                furthest = furthest < 0 || segments[next].Interval.End > segments[furthest].Interval.End ? next : furthest;
            }
        }

        void AddIfShared(int piece, int segment)
        {
            if (segment >= 0 && Shared(piece, segments[segment].Interval) > 0)
            {
                found.Add((piece, tracks.Count - 1, segment));
            }
        }
    }

    /// <summary>The piece it shares most time with, the earliest of several; one beside it where it shares none.</summary>
    private int BestFor(Interval interval)
    {
        var first = Math.Min(FirstFrom(end => end > interval.Start), pieces.Length - 1);
        var last = Math.Max(first, FirstFrom(end => end >= interval.End) is var l && l < pieces.Length ? l : pieces.Length - 1);
        var best = first;
        if (last - first > 1 && longest.Between(first + 1, last - 1) is var middle && Shared(middle, interval) > Shared(best, interval))
        {
            best = middle;
        }

        return Shared(last, interval) > Shared(best, interval) ? last : best;
    }

    private int FirstFrom(Func<MediaTime, bool> reached)
    {
        var (low, high) = (0, pieces.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = reached(pieces[middle].End) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private long Shared(int piece, Interval interval) => pieces[piece].Overlap(interval).Length.Microseconds;
}
