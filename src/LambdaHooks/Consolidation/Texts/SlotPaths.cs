namespace LambdaHooks.Consolidation.Texts;

/// <summary>One step of laying a text along slots.</summary>
internal enum SlotStep : byte
{
    /// <summary>The text's word goes into the slot.</summary>
    Take,

    /// <summary>The text has nothing in the slot.</summary>
    Skip,

    /// <summary>The text's word opens a slot of its own.</summary>
    Insert,
}

/// <summary>
/// Cheapest way to lay a text along slots, where a step costs the weight that disagrees with it; a word spelled much alike agrees half, so
/// that a misspelled word meets the right one and not its neighbour.
/// </summary>
/// <param name="vocabulary">The words behind the keys.</param>
internal sealed class SlotPaths(Vocabulary vocabulary)
{
    private long[] costs = [];
    private byte[] steps = [];

    /// <summary>The steps in order; of equally cheap ones a word in a slot, then an empty slot, then a new slot.</summary>
    /// <param name="slots">Where to.</param>
    /// <param name="mass">Weight of all texts laid there so far.</param>
    /// <param name="text">The words, by their keys.</param>
    public SlotStep[] Best(WordSlots slots, long mass, ReadOnlySpan<int> text)
    {
        var width = text.Length + 1;
        Reserve(slots.Count + 1, width);
        for (var j = 0; j < width; j++)
        {
            costs[j] = j * mass;
            steps[j] = (byte)SlotStep.Insert;
        }

        Span<int> keys = new int[slots.MostMasses];
        Span<long> masses = new long[slots.MostMasses];
        for (var slot = 0; slot < slots.Count; slot++)
        {
            var count = slots.Masses(slot, keys, masses);
            Row(text, steps.AsSpan((slot + 1) * width, width), keys[..(count - 1)], masses[..count], mass);
        }

        return Walk(slots.Count, text.Length, width);
    }

    private void Row(ReadOnlySpan<int> text, Span<byte> row, ReadOnlySpan<int> keys, ReadOnlySpan<long> masses, long mass)
    {
        var skip = mass - masses[^1];
        var diagonal = costs[0];
        costs[0] += skip;
        row[0] = (byte)SlotStep.Skip;
        for (var j = 1; j <= text.Length; j++)
        {
            var at = keys.IndexOf(text[j - 1]);
            var take = diagonal + mass - (at < 0 ? HalfAgreeing(text[j - 1], keys, masses) : masses[at]);
            var (skipped, inserted) = (costs[j] + skip, costs[j - 1] + mass);
            diagonal = costs[j];
            (costs[j], row[j]) = take <= skipped && take <= inserted ? (take, (byte)SlotStep.Take)
                : skipped <= inserted ? (skipped, (byte)SlotStep.Skip) : (inserted, (byte)SlotStep.Insert);
        }
    }

    /// <summary>What agrees half with a word that the slot does not have: the weight of its words that are spelled much alike.</summary>
    private long HalfAgreeing(int word, ReadOnlySpan<int> keys, ReadOnlySpan<long> masses)
    {
        var agreeing = 0L;
        for (var i = 0; i < keys.Length; i++)
        {
            agreeing += vocabulary.Alike(word, keys[i]) ? masses[i] : 0;
        }

        return agreeing / 2;
    }

    private SlotStep[] Walk(int slot, int word, int width)
    {
        var path = new List<SlotStep>(slot + word);
        while (slot > 0 || word > 0)
        {
            var step = (SlotStep)steps[(slot * width) + word];
            path.Add(step);
            slot -= step == SlotStep.Insert ? 0 : 1;
            word -= step == SlotStep.Skip ? 0 : 1;
        }

        path.Reverse();
        return [.. path];
    }

    private void Reserve(int rows, int width)
    {
        costs = costs.Length < width ? new long[width] : costs;
        steps = steps.Length < rows * width ? new byte[rows * width] : steps;
    }
}
