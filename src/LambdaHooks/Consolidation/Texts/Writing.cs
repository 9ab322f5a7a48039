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
        Cut(Written(texts), vocabulary);

    private static WorkerText[] Written(IReadOnlyList<WorkerText> texts)
    {
        var written = new WorkerText[texts.Count];
        var count = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(texts[i].Text))
            {
                written[count++] = texts[i];
            }
        }

        Array.Resize(ref written, count);
        Array.Sort(written, Compare);
        return written;
    }

    private static int Compare(WorkerText a, WorkerText b) =>
        string.CompareOrdinal(a.Worker, b.Worker) is var byWorker and not 0 ? byWorker : string.CompareOrdinal(a.Text, b.Text);

    /// <summary>Cuts each text into words; the same text only once.</summary>
    private static Writing[] Cut(WorkerText[] texts, Vocabulary vocabulary)
    {
        var writings = new Writing[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            var (worker, text) = texts[i];
            writings[i] = SameAmong(writings.AsSpan(0, i), text) is { } same ? same with { Worker = worker } : new Writing(worker, text, Tokenizer.Tokens(text, vocabulary));
        }

        return writings;
    }

    private static Writing? SameAmong(ReadOnlySpan<Writing> writings, string text)
    {
        foreach (var writing in writings)
        {
            if (writing.Text == text)
            {
                return writing;
            }
        }

        return null;
    }
}
