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

    /// <summary>Times the merged text is laid along itself at most.</summary>
    private const int Guides = 3;

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
    /// <param name="alignment">Finds what the texts have in common.</param>
    /// <remarks>
    /// Done again with the merged text as what the others are laid along, until it comes out again: a word that two texts have in slots
    /// beside each other then finds one slot. The merged text itself has no vote.
    /// </remarks>
    public List<ChosenWord>? Words(int pivot, EditAlignment alignment)
    {
        var words = Laid(writings, weights, pivot, pivot, alignment);
        for (var again = 0; again < Guides && words is { Count: > 0 }; again++)
        {
            var text = Wording.Of(writings, words);
            var guide = new Writing("", text, Tokenizer.Tokens(text, vocabulary));
            var guided = Laid([.. writings, guide], [.. weights, weights.Sum() / weights.Length], writings.Length, pivot, alignment);
            if (guided is not { Count: > 0 })
            {
                return words;
            }

            words = guided;
            if (Wording.Of(writings, guided) == text)
            {
                break;
            }
        }

        return words;
    }

    /// <summary>The words of texts laid along one of them; a guide, which comes after the texts to merge, has no vote.</summary>
    private List<ChosenWord>? Laid(Writing[] all, long[] allWeights, int along, int pivot, EditAlignment alignment)
    {
        var runs = new List<CommonRun>?[all.Length];
        var order = Order(all, along, alignment, runs);
        var starts = TextStretches.Of(all, allWeights, along, Array.ConvertAll(runs, r => r ?? []));
        var vote = new SlotVote(writings, weights, pivot, vocabulary);
        var words = new List<ChosenWord>();
        for (var i = 0; i + 1 < starts.Count; i++)
        {
            if (Merged(all, allWeights, order, starts[i], starts[i + 1]) is not { } slots)
            {
                return null;
            }

            if (along == writings.Length)
            {
                slots.Remove(along);
            }

            vote.AddWords(slots, words);
        }

        return words;
    }

    /// <summary>
    /// The texts by their edits from the one they are laid along, that one first; without those too different to be laid beside it.
    /// </summary>
    private int[] Order(Writing[] all, int along, EditAlignment alignment, List<CommonRun>?[] runs)
    {
        var edits = new int[all.Length];
        var work = TextDistances.WorkOfOne(writings.Length);
        for (var writer = 0; writer < all.Length; writer++)
        {
            if (writer != along)
            {
                var common = new List<CommonRun>();
                edits[writer] = alignment.Distance(all[along].Keys, all[writer].Keys, work, common);
                runs[writer] = edits[writer] == EditAlignment.TooDifferent ? null : common;
            }
        }

        return [.. Enumerable.Range(0, all.Length)
            .Where(w => edits[w] != EditAlignment.TooDifferent)
            .OrderByDescending(w => w == along).ThenBy(w => edits[w]).ThenBy(w => w)];
    }

    private WordSlots? Merged(Writing[] all, long[] allWeights, int[] order, int[] starts, int[] ends)
    {
        var slots = new WordSlots(all, allWeights, vocabulary);
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
