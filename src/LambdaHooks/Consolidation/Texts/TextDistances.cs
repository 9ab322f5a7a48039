namespace LambdaHooks.Consolidation.Texts;

/// <summary>How far several texts of one thing lie apart.</summary>
internal sealed class TextDistances
{
    /// <summary>Steps that may be taken for all pairs of one item together: about a quarter of a second.</summary>
    private const long WorkOfAll = 1L << 27;

    /// <summary>Steps that every pair may take, enough for any <see cref="EditAlignment.Window"/> edits.</summary>
    private const long LeastWork = 1L << 19;

    private readonly double[] rates;
    private readonly int count;

    /// <param name="writings">At least one text.</param>
    /// <param name="alignment">Does the comparing.</param>
    public TextDistances(Writing[] writings, EditAlignment alignment)
    {
        count = writings.Length;
        rates = new double[count * count];
        var work = WorkOfOne(count);
        for (var a = 0; a < count; a++)
        {
            for (var b = 0; b < a; b++)
            {
                var (edits, words) = Between(writings[a], writings[b], work, alignment);
                rates[(a * count) + b] = rates[(b * count) + a] = edits / (double)words;
            }
        }
    }

    /// <summary>Share of words that differ between two texts, of the longer one: 0 to 1.</summary>
    public double this[int a, int b] => rates[(a * count) + b];

    /// <summary>Steps that one of the comparisons among so many texts may take.</summary>
    public static long WorkOfOne(int texts) => Math.Max(LeastWork, WorkOfAll / Math.Max(1, (long)texts * (texts - 1) / 2));

    /// <summary>Edits between two texts, and the words of the longer one; as many edits as words where they are too different to compare.</summary>
    public static (int Edits, int Words) Between(Writing a, Writing b, long work, EditAlignment alignment)
    {
        var words = Math.Max(a.Keys.Length, b.Keys.Length);
        var edits = alignment.Distance(a.Keys, b.Keys, work);
        return (edits == EditAlignment.TooDifferent ? words : Math.Min(edits, words), words);
    }

    /// <summary>Mean over all pairs, weighted by what both weigh; 0 with one text.</summary>
    public double Mean(long[] weights)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var a = 0; a < count; a++)
        {
            for (var b = 0; b < a; b++)
            {
                var both = (double)weights[a] * weights[b];
                (sum, weight) = (sum + (both * this[a, b]), weight + both);
            }
        }

        return weight > 0 ? sum / weight : 0;
    }

    /// <summary>Weighted distance of one text to all others together.</summary>
    public double ToAll(int text, long[] weights)
    {
        var sum = 0.0;
        for (var other = 0; other < count; other++)
        {
            sum += weights[other] * this[text, other];
        }

        return sum;
    }
}
