using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>One-to-one matching of two lists of intervals, best score first.</summary>
internal static class GreedyMatching
{
    /// <summary>Neighbours examined on each side of a segment, so that thousands of nested segments cost linear time.</summary>
    private const int Reach = 128;

    /// <summary>Candidates remembered per segment, so that memory stays linear too.</summary>
    private const int Kept = 6;

    /// <summary>Short segments are widened for matching: a marked click is never as exact as a sentence.</summary>
    public static Interval Widened(Interval interval) =>
        interval.Length >= ShortBelow ? interval : new Interval(interval.Start - Widening, interval.End + Widening);

    private static readonly MediaTime ShortBelow = new(500_000);
    private static readonly MediaTime Widening = new(125_000);

    /// <summary>
    /// For each interval of <paramref name="right"/> the index of its partner in <paramref name="left"/>, or -1.
    /// </summary>
    /// <param name="left">Sorted by start.</param>
    /// <param name="right">In any order; earlier ones win ties.</param>
    /// <param name="score">Score of a pair by its two indices; 0 or less is no candidate.</param>
    public static int[] Match(IReadOnlyList<Interval> left, IReadOnlyList<Interval> right, Func<int, int, double> score)
    {
        var latestEnds = LatestEnds(left);
        var pairs = new List<(double Score, int Right, int Left)>();
        for (var r = 0; r < right.Count; r++)
        {
            AddCandidates(left, latestEnds, right[r], r, score, pairs);
        }

        pairs.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Right != b.Right ? a.Right - b.Right : a.Left - b.Left);
        return Assign(pairs, left.Count, right.Count);
    }

    private static int[] Assign(List<(double Score, int Right, int Left)> pairs, int leftCount, int rightCount)
    {
        var partner = new int[rightCount];
        Array.Fill(partner, -1);
        var taken = new bool[leftCount];
        foreach (var (_, r, l) in pairs)
        {
            if (partner[r] < 0 && !taken[l])
            {
                partner[r] = l;
                taken[l] = true;
            }
        }

        return partner;
    }

    private static void AddCandidates(
        IReadOnlyList<Interval> left, MediaTime[] latestEnds, Interval target, int index, Func<int, int, double> score, List<(double Score, int Right, int Left)> pairs)
    {
        var first = pairs.Count;
        var from = FirstStartingAt(left, target.Start);
        for (var l = from; l < left.Count && l < from + Reach && left[l].Start <= target.End; l++)
        {
            Consider(l);
        }

        for (var l = from - 1; l >= 0 && l >= from - Reach && latestEnds[l] >= target.Start; l--)
        {
            Consider(l);
        }

        void Consider(int l)
        {
            var value = score(l, index);
            if (value > 0)
            {
                pairs.Add((value, index, l));
                DropWorst(pairs, first);
            }
        }
    }

    private static void DropWorst(List<(double Score, int Right, int Left)> pairs, int first)
    {
        if (pairs.Count - first <= Kept)
        {
            return;
        }

        var worst = first;
        for (var i = first + 1; i < pairs.Count; i++)
        {
            if (pairs[i].Score < pairs[worst].Score || (pairs[i].Score == pairs[worst].Score && pairs[i].Left > pairs[worst].Left))
            {
                worst = i;
            }
        }

        pairs.RemoveAt(worst);
    }

    private static MediaTime[] LatestEnds(IReadOnlyList<Interval> sorted)
    {
        var ends = new MediaTime[sorted.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = i == 0 ? sorted[i].End : MediaTime.Max(ends[i - 1], sorted[i].End);
        }

        return ends;
    }

    private static int FirstStartingAt(IReadOnlyList<Interval> sorted, MediaTime start)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
