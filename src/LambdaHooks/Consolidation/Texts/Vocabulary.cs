namespace LambdaHooks.Consolidation.Texts;

/// <summary>Numbers for folded words, so that comparing words is comparing numbers.</summary>
internal sealed class Vocabulary
{
    private readonly Folding folding = new();
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly List<string> words = [];

    public Vocabulary() => bySpan = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The folded word of a number.</summary>
    public string this[int number] => words[number];

    /// <summary>The number of a word as it was written: the same for all that fold to the same.</summary>
    public int NumberOf(ReadOnlySpan<char> word)
    {
        var folded = folding.Of(word);
        if (!bySpan.TryGetValue(folded, out var number))
        {
            number = words.Count;
            words.Add(folded.ToString());
            numbers.Add(words[number], number);
        }

        return number;
    }

    /// <summary>
    /// True for two words of which one may be a misspelling of the other: what they share at their beginnings and ends is at least two
    /// thirds of the longer one. Characters of scripts without spaces are never alike.
    /// </summary>
    public bool Alike(int one, int other)
    {
        var (a, b) = (words[one], words[other]);
        var (shorter, longer) = (Math.Min(a.Length, b.Length), Math.Max(a.Length, b.Length));
        if (longer > LongestWord || 3 * shorter < 2 * longer || shorter == 0 || (a[0] != b[0] && a[^1] != b[^1]))
        {
            return false;
        }

        var shared = a.AsSpan().CommonPrefixLength(b);
        for (var i = 1; shared < shorter && a[^i] == b[^i]; i++)
        {
            shared++;
        }

        return 3 * shared >= 2 * longer;
    }

    /// <summary>UTF-16 units of the longest word that is looked at for misspellings: longer ones are no words.</summary>
    private const int LongestWord = 64;
}
