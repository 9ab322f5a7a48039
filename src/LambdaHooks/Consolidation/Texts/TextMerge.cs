namespace LambdaHooks.Consolidation.Texts;

/// <summary>
/// Merges three texts or more word by word: ROVER (Fiscus 1997) that starts from the text nearest to all instead of the first, adds the
/// others by their distance to it, and then lays each anew beside all the others (as Barton and Sternberg 1987 do for sequences), so that
/// the order of the texts never matters.
/// </summary>
/// <param name="writings">The texts, in an order of their own.</param>
/// <param name="weights">What each weighs.</param>
/// <param name="vocabulary">The words behind their keys.</param>
internal sealed class TextMerge(Writing[] writings, long[] weights, Vocabulary vocabulary)
{
    /// <summary>Times each text is laid anew.</summary>
    private const int Rounds = 2;

    /// <summary>Most cells of one step, which take a byte each.</summary>
    private const long MostCells = 1L << 23;

    /// <summary>Most cells of the whole, some seconds' work. Texts that need more are too long, and too different, to be merged.</summary>
    private const long MostWork = 1L << 28;

    /// <summary>Cells left for laying every text once, without which there is no merging.</summary>
    private long work = MostWork;

    /// <summary>Cells left for laying texts anew, which only makes the merging better.</summary>
    private long furtherWork = MostWork / 2;

    /// <summary>The words of the merged text; null where the texts are too long and too different to be merged.</summary>
    /// <param name="pivot">The text nearest to all.</param>
    /// <param name="distances">How far the texts lie apart.</param>
    /// <param name="alignment">Finds what they have in common.</param>
    public List<ChosenWord>? Words(int pivot, TextDistances distances, EditAlignment alignment)
    {
        var runs = Runs(pivot, alignment);
        int[] order = [.. Enumerable.Range(0, writings.Length)
            .Where(w => runs[w] is not null)
            .OrderByDescending(w => w == pivot).ThenBy(w => distances[w, pivot]).ThenBy(w => w)];
        var starts = TextStretches.Of(writings, weights, pivot, Array.ConvertAll(runs, r => r ?? []));
        var vote = new SlotVote(writings, weights, pivot, vocabulary);
        var words = new List<ChosenWord>();
        for (var i = 0; i + 1 < starts.Count; i++)
        {
            if (Merged(order, starts[i], starts[i + 1]) is not { } slots)
            {
                return null;
            }

            for (var slot = 0; slot < slots.Count; slot++)
            {
                if (vote.Choose(slots, slot) is { } word)
                {
                    words.Add(word);
                }
            }
        }

        return words;
    }

    /// <summary>For each text what it has in common with the pivot; null for one that is too different to lay beside it.</summary>
    private List<CommonRun>?[] Runs(int pivot, EditAlignment alignment)
    {
        var workOfOne = TextDistances.WorkOfOne(writings.Length);
        var runs = new List<CommonRun>?[writings.Length];
        for (var writer = 0; writer < writings.Length; writer++)
        {
            var common = new List<CommonRun>();
            var edits = writer == pivot ? 0 : alignment.Distance(writings[pivot].Keys, writings[writer].Keys, workOfOne, common);
            runs[writer] = edits == EditAlignment.TooDifferent ? null : common;
        }

        return runs;
    }

    private WordSlots? Merged(int[] order, int[] starts, int[] ends)
    {
        var slots = new WordSlots(writings, weights, vocabulary);
        foreach (var writer in order)
        {
            if (!Afford(ref work, slots, ends[writer] - starts[writer]))
            {
                return null;
            }

            slots.Add(writer, starts[writer], ends[writer]);
        }

        for (var round = 0; round < Rounds && Relaid(slots, order, starts, ends); round++)
        {
        }

        return slots;
    }

    /// <summary>Lays each text anew, as far as there is work left; false where nothing changed by it.</summary>
    private bool Relaid(WordSlots slots, int[] order, int[] starts, int[] ends)
    {
        var before = slots.Layout.ToArray();
        foreach (var writer in order)
        {
            if (Afford(ref furtherWork, slots, ends[writer] - starts[writer]))
            {
                slots.Remove(writer);
                slots.Add(writer, starts[writer], ends[writer]);
            }
        }

        return !slots.Layout.SequenceEqual(before);
    }

    private static bool Afford(ref long work, WordSlots slots, int length)
    {
        var cells = (slots.Count + 1L) * (length + 1L);
        if (cells > Math.Min(MostCells, work))
        {
            return false;
        }

        work -= cells;
        return true;
    }
}
