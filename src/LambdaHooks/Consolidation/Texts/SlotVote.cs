namespace LambdaHooks.Consolidation.Texts;

/// <summary>A word that was chosen for the fused text.</summary>
/// <param name="Writer">Which text it is taken from.</param>
/// <param name="Token">Where it stands there.</param>
/// <param name="Confidence">Share of all weight behind it, 0 to 1.</param>
internal readonly record struct ChosenWord(int Writer, int Token, double Confidence);

/// <summary>Decides what stands in a slot, and in whose spelling.</summary>
/// <param name="writings">The texts.</param>
/// <param name="weights">What each weighs.</param>
/// <param name="pivot">The text nearest to all.</param>
/// <param name="vocabulary">The words behind their keys.</param>
internal sealed class SlotVote(Writing[] writings, long[] weights, int pivot, Vocabulary vocabulary)
{
    private readonly int[] keys = new int[writings.Length + 2];
    private readonly long[] masses = new long[writings.Length + 2];
    private readonly double mass = weights.Sum();

    /// <summary>Adds the words that the slots come to, in order.</summary>
    public void AddWords(WordSlots slots, List<ChosenWord> words)
    {
        for (var slot = 0; slot < slots.Count; slot++)
        {
            if (Choose(slots, slot) is { } word)
            {
                words.Add(word);
            }
        }
    }

    /// <summary>
    /// The word with the most weight behind it, where one spelled much alike counts half as much again in favour; of equal ones that of the
    /// weightiest writer, then the ordinally first. Nothing wins where it outweighs the best word and an eighth of the others: whoever
    /// wrote another word still heard one, which decides between writers who weigh nearly the same.
    /// </summary>
    /// <returns>Null where nothing wins.</returns>
    private ChosenWord? Choose(WordSlots slots, int slot)
    {
        var count = slots.Masses(slot, keys, masses) - 1;
        var row = slots[slot][..writings.Length];
        var (best, most, all) = (0, masses[0], masses[0]);
        for (var i = 1; i < count; i++)
        {
            best = Compare(i, best, count, row) > 0 ? i : best;
            most = Math.Max(most, masses[i]);
            all += masses[i];
        }

        return 8 * masses[count] > (7 * most) + all ? null : Spelled(row, keys[best], masses[best] / mass);
    }

    private int Compare(int i, int other, int count, ReadOnlySpan<int> row)
    {
        var order = Score(i, count).CompareTo(Score(other, count));
        order = order != 0 ? order : Weightiest(row, keys[i]).CompareTo(Weightiest(row, keys[other]));
        return order != 0 ? order : string.CompareOrdinal(vocabulary[keys[other]], vocabulary[keys[i]]);
    }

    /// <summary>Twice the weight behind a word, and once that behind words spelled much alike.</summary>
    private long Score(int i, int count)
    {
        var score = 2 * masses[i];
        for (var j = 0; j < count; j++)
        {
            score += j != i && vocabulary.Alike(keys[i], keys[j]) ? masses[j] : 0;
        }

        return score;
    }

    private long Weightiest(ReadOnlySpan<int> row, int key)
    {
        var weightiest = 0L;
        for (var writer = 0; writer < row.Length; writer++)
        {
            weightiest = KeyOf(row, writer) == key ? Math.Max(weightiest, weights[writer]) : weightiest;
        }

        return weightiest;
    }

    private int KeyOf(ReadOnlySpan<int> row, int writer) => row[writer] == WordSlots.Nothing ? WordSlots.Nothing : writings[writer].Keys[row[writer]];

    /// <summary>A word as the weightiest who has it wrote it; among equals as most wrote it, then as the pivot did, then the ordinally first.</summary>
    private ChosenWord Spelled(ReadOnlySpan<int> row, int key, double confidence)
    {
        var best = -1;
        for (var writer = 0; writer < row.Length; writer++)
        {
            if (KeyOf(row, writer) == key && (best < 0 || CompareSpelling(row, key, writer, best) > 0))
            {
                best = writer;
            }
        }

        return new ChosenWord(best, row[best], confidence);
    }

    private int CompareSpelling(ReadOnlySpan<int> row, int key, int one, int other)
    {
        var order = weights[one].CompareTo(weights[other]);
        order = order != 0 ? order : MassOfSpelling(row, key, one).CompareTo(MassOfSpelling(row, key, other));
        order = order != 0 ? order : (one == pivot).CompareTo(other == pivot);
        order = order != 0 ? order : writings[other].Word(row[other]).SequenceCompareTo(writings[one].Word(row[one]));
        return order != 0 ? order : writings[other].Gap(row[other]).SequenceCompareTo(writings[one].Gap(row[one]));
    }

    private long MassOfSpelling(ReadOnlySpan<int> row, int key, int writer)
    {
        var sum = 0L;
        for (var other = 0; other < row.Length; other++)
        {
            sum += KeyOf(row, other) == key && writings[other].Word(row[other]).SequenceEqual(writings[writer].Word(row[writer])) ? weights[other] : 0;
        }

        return sum;
    }
}
