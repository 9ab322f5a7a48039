namespace LambdaHooks.Consolidation.Texts;

/// <summary>One worker's text, cut into words.</summary>
/// <param name="Worker">Who wrote it.</param>
/// <param name="Text">As it was written.</param>
/// <param name="Tokens">Its words, at least one.</param>
internal sealed record Writing(string Worker, string Text, Token[] Tokens)
{
    /// <summary>What the words are compared by.</summary>
    public int[] Keys { get; } = Array.ConvertAll(Tokens, t => t.Key);

    /// <summary>A word as it was written, with its punctuation.</summary>
    public ReadOnlySpan<char> Word(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].End - Tokens[token].Start);

    /// <summary>The white space before a word.</summary>
    public ReadOnlySpan<char> Gap(int token) => Text.AsSpan(Tokens[token].GapStart, Tokens[token].Start - Tokens[token].GapStart);

    /// <summary>True where both wrote the same words, but for case, outer punctuation and white space.</summary>
    public bool SaysTheSameAs(Writing other) => Keys.AsSpan().SequenceEqual(other.Keys);

    /// <summary>
    /// The texts in which something is written, ordered by worker, then text: from here on nothing depends on the order in which they came.
    /// </summary>
    public static Writing[] Of(IReadOnlyList<WorkerText> texts, Vocabulary vocabulary) =>
        Cut([.. texts
            .Where(t => !string.IsNullOrWhiteSpace(t.Text))
            .OrderBy(t => t.Worker, StringComparer.Ordinal)
            .ThenBy(t => t.Text, StringComparer.Ordinal)], vocabulary);

    /// <summary>Cuts each text into words; the same text only once.</summary>
    private static Writing[] Cut(WorkerText[] texts, Vocabulary vocabulary)
    {
        var writings = new Writing[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            var (worker, text) = texts[i];
            writings[i] = Array.Find(writings, w => w is not null && w.Text == text) is { } same
                ? same with { Worker = worker }
                : new Writing(worker, text, Tokenizer.Tokens(text, vocabulary));
        }

        return writings;
    }
}
