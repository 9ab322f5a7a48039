using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Answers which of a run of pieces is the longest, in logarithmic time and linear memory: a segment tree over their lengths.</summary>
internal sealed class PartitionLongest
{
    private readonly Interval[] pieces;
    private readonly int[] tree;

    /// <summary>For pieces in order.</summary>
    public PartitionLongest(Interval[] pieces)
    {
        (this.pieces, tree) = (pieces, new int[2 * pieces.Length]);
        for (var i = 0; i < pieces.Length; i++)
        {
            tree[pieces.Length + i] = i;
        }

        for (var node = pieces.Length - 1; node > 0; node--)
        {
            tree[node] = Longer(tree[2 * node], tree[(2 * node) + 1]);
        }
    }

    /// <summary>The longest piece of those from one to another, both included; the earliest of several.</summary>
    public int Between(int first, int last)
    {
        var best = first;
        for (var (low, high) = (first + pieces.Length, last + pieces.Length + 1); low < high; low /= 2, high /= 2)
        {
            if (low % 2 == 1)
            {
                best = Longer(best, tree[low++]);
            }

            if (high % 2 == 1)
            {
                best = Longer(best, tree[--high]);
            }
        }

        return best;
    }

    private int Longer(int a, int b)
    {
        var (ofA, ofB) = (pieces[a].Length, pieces[b].Length);
        return ofA > ofB || (ofA == ofB && a < b) ? a : b;
    }
}
