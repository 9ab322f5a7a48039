namespace LambdaHooks.Consolidation.Texts;

/// <summary><see cref="FoldingData"/> as arrays that can be searched; unpacked when the first text beyond ASCII is read.</summary>
internal static class FoldingTable
{
    private static readonly int[] Starts = new int[FoldingData.FoldingRuns];
    private static readonly (int Kind, int Length, int Body)[] Runs = new (int Kind, int Length, int Body)[FoldingData.FoldingRuns];
    private static readonly int[] LongFoldings = new int[FoldingData.LongFoldings];
    private static readonly int[] ClassStarts = new int[FoldingData.ClassRuns];
    private static readonly (int Length, byte Class)[] ClassRuns = new (int Length, byte Class)[FoldingData.ClassRuns];

    static FoldingTable()
    {
        UnpackFoldings();
        UnpackClasses();
    }

    /// <summary>What a code point folds to.</summary>
    /// <param name="codePoint">Any, unpaired surrogates included.</param>
    /// <param name="single">Room for a folding of one code point, at least one long.</param>
    /// <returns>The folding: nothing, or one code point or more.</returns>
    public static ReadOnlySpan<int> Of(int codePoint, Span<int> single)
    {
        single[0] = codePoint;
        var at = RunAt(Starts, codePoint);
        if (at < 0)
        {
            return single[..1];
        }

        var (kind, length, body) = Runs[at];
        var distance = codePoint - Starts[at];
        switch (kind)
        {
            case 0 when distance < length:
            case 1 when distance < 2 * length && distance % 2 == 0:
                single[0] = codePoint + body;
                return single[..1];
            case 2 when distance == 0:
                return LongFoldings.AsSpan(body, length);
            case 3 when distance < length:
                return [];
            default:
                return single[..1];
        }
    }

    /// <summary>Canonical combining class; 0 for what starts a character of its own.</summary>
    public static byte CombiningClass(int codePoint)
    {
        var at = RunAt(ClassStarts, codePoint);
        return at >= 0 && codePoint - ClassStarts[at] < ClassRuns[at].Length ? ClassRuns[at].Class : (byte)0;
    }

    /// <summary>The last run that starts at or before a code point, or -1.</summary>
    private static int RunAt(int[] starts, int codePoint)
    {
        var at = Array.BinarySearch(starts, codePoint);
        return at >= 0 ? at : ~at - 1;
    }

    private static void UnpackFoldings()
    {
        var numbers = new PackedNumbers(FoldingData.Foldings);
        var (place, longs, written) = (0, 0, 0);
        for (var i = 0; i < Starts.Length; i++)
        {
            Starts[i] = place += numbers.Next();
            var head = numbers.Next();
            var (kind, length) = (head & 3, (head >> 2) + 1);
            Runs[i] = (kind, length, kind == 2 ? longs : kind == 3 ? 0 : numbers.NextSigned());
            place += kind switch { 1 => (2 * length) - 1, 2 => 1, _ => length };
            for (var j = 0; kind == 2 && j < length; j++)
            {
                LongFoldings[longs++] = written += numbers.NextSigned();
            }
        }
    }

    private static void UnpackClasses()
    {
        var numbers = new PackedNumbers(FoldingData.CombiningClasses);
        var place = 0;
        for (var i = 0; i < ClassStarts.Length; i++)
        {
            ClassStarts[i] = place += numbers.Next();
            ClassRuns[i] = (numbers.Next() + 1, (byte)numbers.Next());
            place += ClassRuns[i].Length;
        }
    }
}
