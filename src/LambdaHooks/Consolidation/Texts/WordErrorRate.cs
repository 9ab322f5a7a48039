namespace LambdaHooks.Consolidation.Texts;

/// <summary>Word error rate on the words that texts are compared by: characters where words are not spaced.</summary>
public static class WordErrorRate
{
    private const long Work = 1L << 27;

    /// <summary>Substitutions, deletions and insertions that make one text of the other, by the words of the reference.</summary>
    /// <param name="reference">The text that counts as right.</param>
    /// <param name="hypothesis">The text to judge.</param>
    /// <returns>
    /// 0 or more, above 1 where the hypothesis is much longer. Against an empty reference 0 for an empty hypothesis, else 1. Exact up to
    /// <see cref="EditAlignment.Window"/> edits, never too small beyond; texts too long and too different to be compared count as different
    /// in every word.
    /// </returns>
    public static double Between(string reference, string hypothesis)
    {
        var vocabulary = new Vocabulary();
        var (right, judged) = (Keys(reference, vocabulary), Keys(hypothesis, vocabulary));
        if (right.Length == 0)
        {
            return judged.Length == 0 ? 0 : 1;
        }

        var edits = new EditAlignment().Distance(right, judged, Work);
        return (edits == EditAlignment.TooDifferent ? Math.Max(right.Length, judged.Length) : edits) / (double)right.Length;
    }

    private static int[] Keys(string text, Vocabulary vocabulary) => Array.ConvertAll(Tokenizer.Tokens(text, vocabulary), t => t.Key);
}
