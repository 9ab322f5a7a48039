namespace LambdaHooks.Consolidation.Texts;

/// <summary>Words that two texts have in common, one run of them.</summary>
/// <param name="A">Where it starts in the one.</param>
/// <param name="B">Where it starts in the other.</param>
/// <param name="Length">How many words.</param>
internal readonly record struct CommonRun(int A, int B, int Length);

/// <summary>
/// Edit distance (substitutions, deletions, insertions cost 1) by furthest-reaching points on diagonals (Ukkonen 1985, Myers 1986): the
/// time grows with the difference of the texts, not with the product of their lengths.
/// </summary>
/// <remarks>
/// Exact up to <see cref="Window"/> edits. Beyond, half a window's edits are settled along the path that came furthest and the search
/// starts again from there, so that memory stays below <see cref="Window"/> squared whatever the texts; the distance is then that of an
/// alignment, so never too small. Work is counted and bounded: a pair that would take more is too different to compare.
/// Not thread-safe: it keeps its buffers between pairs.
/// </remarks>
internal sealed class EditAlignment
{
    /// <summary>Edits up to which a distance is exact.</summary>
    public const int Window = 512;

    /// <summary>What <see cref="Distance"/> says of texts that are too different to compare.</summary>
    public const int TooDifferent = -1;

    private const int Unreached = -1;

    /// <summary>Furthest places by edits d and diagonal k, at d² + d + k.</summary>
    private int[] reached = new int[64];

    /// <summary>Edits between two texts, or <see cref="TooDifferent"/>.</summary>
    /// <param name="a">Words of the one.</param>
    /// <param name="b">Words of the other.</param>
    /// <param name="work">Steps that may be taken, each a diagonal looked at or sixteen words compared.</param>
    /// <param name="runs">Takes the words in common, in order; null where only the distance is wanted.</param>
    public int Distance(ReadOnlySpan<int> a, ReadOnlySpan<int> b, long work, List<CommonRun>? runs = null)
    {
        var (edits, startA, startB) = (0, 0, 0);
        while (true)
        {
            var (d, k) = Search(a[startA..], b[startB..], ref work);
            if (work < 0)
            {
                return TooDifferent;
            }

            var settled = d == Window ? d / 2 : d;
            var (x, y) = Trace(a[startA..], b[startB..], (d, k), settled, (startA, startB), runs);
            edits += settled;
            if (startA + x == a.Length && startB + y == b.Length)
            {
                return edits;
            }

            (startA, startB) = (startA + x, startB + y);
        }
    }

    /// <summary>The edits and the diagonal on which both texts end, or on which a window's edits came furthest.</summary>
    private (int Edits, int Diagonal) Search(ReadOnlySpan<int> a, ReadOnlySpan<int> b, ref long work)
    {
        var last = b.Length - a.Length;
        for (var d = 0; ; d++)
        {
            Reserve((d + 1) * (d + 1));
            var (low, high) = (Math.Max(-d, -a.Length), Math.Min(d, b.Length));
            for (var k = low; k <= high; k++)
            {
                var x = d == 0 ? 0 : Furthest(d, k, a.Length, b.Length).X;
                var slid = x < 0 ? 0 : a[x..].CommonPrefixLength(b[(x + k)..]);
                reached[(d * d) + d + k] = x + slid;
                work -= 1 + (slid >> 4);
            }

            if (Math.Abs(last) <= d && reached[(d * d) + d + last] == a.Length)
            {
                return (d, last);
            }

            if (d == Window || work < 0)
            {
                return (d, FurthestDiagonal(d, low, high));
            }
        }
    }

    /// <summary>Where diagonal k is entered with the last of d edits, and from which diagonal; by substitution where there is a choice.</summary>
    private (int X, int From) Furthest(int d, int k, int lengthA, int lengthB)
    {
        var (x, from) = (Unreached, k);
        var before = (d - 1) * (d - 1) + (d - 1);
        if (Math.Abs(k) < d && reached[before + k] is >= 0 and var straight)
        {
            // At an end of either text there is nothing to substitute: the place is kept.
            x = straight < lengthA && straight + k < lengthB ? straight + 1 : straight;
        }

        if (Math.Abs(k + 1) < d && k < lengthB && reached[before + k + 1] is >= 0 and var deleting && deleting < lengthA && deleting + 1 > x)
        {
            (x, from) = (deleting + 1, k + 1);
        }

        if (Math.Abs(k - 1) < d && k > -lengthA && reached[before + k - 1] is >= 0 and var inserting && inserting + k <= lengthB && inserting > x)
        {
            (x, from) = (inserting, k - 1);
        }

        return (x, from);
    }

    private int FurthestDiagonal(int d, int low, int high)
    {
        var best = low;
        for (var k = low; k <= high; k++)
        {
            if (reached[(d * d) + d + k] >= 0 && (2 * reached[(d * d) + d + k]) + k > (2 * reached[(d * d) + d + best]) + best)
            {
                best = k;
            }
        }

        return best;
    }

    /// <summary>Walks back from a place, notes the words in common up to the settled edits, and says where those end.</summary>
    private (int X, int Y) Trace(
        ReadOnlySpan<int> a, ReadOnlySpan<int> b, (int Edits, int Diagonal) at, int settled, (int A, int B) start, List<CommonRun>? runs)
    {
        var (d, k) = at;
        while (d > settled)
        {
            k = Furthest(d, k, a.Length, b.Length).From;
            d--;
        }

        var end = (X: reached[(d * d) + d + k], Y: reached[(d * d) + d + k] + k);
        var first = runs?.Count ?? 0;
        for (; runs is not null && d >= 0; d--)
        {
            var (x, from) = d == 0 ? (0, k) : Furthest(d, k, a.Length, b.Length);
            var slid = reached[(d * d) + d + k] - x;
            if (slid > 0)
            {
                runs.Add(new CommonRun(start.A + x, start.B + x + k, slid));
            }

            k = from;
        }

        runs?.Reverse(first, runs.Count - first);
        return end;
    }

    private void Reserve(int size)
    {
        if (reached.Length < size)
        {
            Array.Resize(ref reached, Math.Max(size, 2 * reached.Length));
        }
    }
}
