namespace LambdaHooks.Consolidation.Texts;

/// <summary>
/// Texts laid side by side: slots, in each of which every text has one of its words or nothing. The word transition network of ROVER
/// (Fiscus 1997), with slots that cost what weight disagrees.
/// </summary>
/// <param name="writings">The texts.</param>
/// <param name="weights">What each weighs, above 0.</param>
/// <param name="vocabulary">The words behind their keys.</param>
internal sealed class WordSlots(Writing[] writings, long[] weights, Vocabulary vocabulary)
{
    /// <summary>Stands for a word where a text has none.</summary>
    public const int Nothing = -1;

    private readonly int writers = writings.Length;
    private readonly bool[] joined = new bool[writings.Length];
    private readonly SlotPaths paths = new(vocabulary);

    /// <summary>Slot by slot, the word of each text by its place in that text.</summary>
    private int[] words = [];

    /// <summary>How many slots there are.</summary>
    public int Count => words.Length / writers;

    /// <summary>Slot by slot, the word of each text by its place in that text, or <see cref="Nothing"/>.</summary>
    public ReadOnlySpan<int> Layout => words;

    /// <summary>The words in a slot, text by text.</summary>
    public ReadOnlySpan<int> this[int slot] => words.AsSpan(slot * writers, writers);

    /// <summary>Lays a stretch of a text beside those that are here.</summary>
    /// <param name="writer">Which text.</param>
    /// <param name="first">First word of the stretch.</param>
    /// <param name="end">End of the stretch, exclusive.</param>
    public void Add(int writer, int first, int end)
    {
        var path = paths.Best(this, MassOfJoined(), writings[writer].Keys.AsSpan(first..end));
        var merged = new int[path.Length * writers];
        merged.AsSpan().Fill(Nothing);
        var (from, word) = (0, first);
        for (var slot = 0; slot < path.Length; slot++)
        {
            var row = merged.AsSpan(slot * writers, writers);
            if (path[slot] != SlotStep.Insert)
            {
                this[from++].CopyTo(row);
            }

            row[writer] = path[slot] == SlotStep.Skip ? Nothing : word++;
        }

        (words, joined[writer]) = (merged, true);
    }

    /// <summary>Takes a text out again, with the slots in which nobody else has a word.</summary>
    public void Remove(int writer)
    {
        var kept = 0;
        for (var slot = 0; slot < Count; slot++)
        {
            var row = words.AsSpan(slot * writers, writers);
            row[writer] = Nothing;
            if (row.ContainsAnyExcept(Nothing))
            {
                row.CopyTo(words.AsSpan(writers * kept++));
            }
        }

        Array.Resize(ref words, kept * writers);
        joined[writer] = false;
    }

    /// <summary>The distinct words of a slot, and what the texts that have them weigh together; those with nothing come last.</summary>
    /// <param name="slot">Which slot.</param>
    /// <param name="keys">Takes the words; one longer than there are texts.</param>
    /// <param name="masses">Takes their weights; as long.</param>
    /// <returns>How many there are, the last of them <see cref="Nothing"/>.</returns>
    public int Masses(int slot, Span<int> keys, Span<long> masses)
    {
        var row = this[slot];
        var (count, nothing) = (0, 0L);
        for (var writer = 0; writer < row.Length; writer++)
        {
            if (!joined[writer])
            {
                continue;
            }

            if (row[writer] == Nothing)
            {
                nothing += weights[writer];
                continue;
            }

            var key = writings[writer].Keys[row[writer]];
            var at = keys[..count].IndexOf(key);
            if (at < 0)
            {
                at = count++;
                (keys[at], masses[at]) = (key, 0);
            }

            masses[at] += weights[writer];
        }

        (keys[count], masses[count]) = (Nothing, nothing);
        return count + 1;
    }

    /// <summary>Room that the distinct words of a slot need.</summary>
    public int MostMasses => writers + 1;

    private long MassOfJoined()
    {
        var sum = 0L;
        for (var writer = 0; writer < writers; writer++)
        {
            sum += joined[writer] ? weights[writer] : 0;
        }

        return sum;
    }
}
