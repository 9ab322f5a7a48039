using System.Buffers;

namespace LambdaHooks.Consolidation;

/// <summary>Chooses one of several texts: what most wrote, else the one nearest to all.</summary>
internal static class TextVote
{
    /// <summary>Words compared; texts that agree so far count as agreeing.</summary>
    private const int WordLimit = 400;

    /// <summary>The chosen text and its mean similarity to all texts, 0 to 1.</summary>
    /// <param name="texts">At least one text; empty ones are passed over unless all are.</param>
    public static (string Text, double Similarity) Choose(IReadOnlyList<string> texts)
    {
        string[] written = [.. texts.Where(t => t.Length > 0).Order(StringComparer.Ordinal)];
        if (written.Length == 0)
        {
            return ("", 1);
        }

        if (written[0] == written[^1])
        {
            // Sorted, so all between are the same too.
            return (written[0], 1);
        }

        var (best, similarity) = Similarities([.. written.Select(Words)])
            .Select((row, i) => (Index: i, Similarity: row.Average()))
            .MaxBy(c => c.Similarity);
        return (written[best], similarity);
    }

    /// <summary>Similarity of each to each; it is the same both ways, so each pair is compared once.</summary>
    private static double[][] Similarities(string[][] texts)
    {
        double[][] rows = [.. texts.Select(_ => new double[texts.Length])];
        for (var a = 0; a < texts.Length; a++)
        {
            rows[a][a] = 1;
            for (var b = 0; b < a; b++)
            {
                rows[a][b] = rows[b][a] = Similarity(texts[a], texts[b]);
            }
        }

        return rows;
    }

    /// <summary>1 minus the word error rate against the longer text, 0 to 1.</summary>
    private static double Similarity(string[] a, string[] b)
    {
        var longest = Math.Max(a.Length, b.Length);
        return longest == 0 || a.AsSpan().SequenceEqual(b) ? 1 : 1 - (EditDistance(a, b) / (double)longest);
    }

    private static string[] Words(string text)
    {
        var words = new List<string>();
        foreach (var range in text.AsSpan().SplitAny(Separators))
        {
            var word = text.AsSpan(range);
            if (!word.IsEmpty)
            {
                words.Add(string.Create(word.Length, word, static (upper, original) => original.ToUpperInvariant(upper)));
            }

            if (words.Count == WordLimit)
            {
                break;
            }
        }

        return [.. words];
    }

    private static int EditDistance(string[] a, string[] b)
    {
        var costs = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            costs[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = costs[0];
            costs[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = costs[j];
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                costs[j] = Math.Min(replaced, Math.Min(above, costs[j - 1]) + 1);
                diagonal = above;
            }
        }

        return costs[b.Length];
    }

    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\r\n\u00A0\u3000.,;:!?\"“”„()[]…");
}
