namespace LambdaHooks.Answers;

/// <summary>A worker's answer to a question about the whole clip, known by its shape alone.</summary>
public abstract record ClipAnswer
{
    private ClipAnswer()
    {
    }

    /// <summary>One label chosen from several.</summary>
    /// <param name="Label">The chosen label.</param>
    public sealed record Choice(string Label) : ClipAnswer;

    /// <summary>Radio buttons or check boxes: each option that was shown, and whether it was set.</summary>
    /// <param name="Values">State of every option, by its value.</param>
    public sealed record Options(IReadOnlyDictionary<string, bool> Values) : ClipAnswer;

    /// <summary>A number such as stars or seconds; always finite.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Number(double Value) : ClipAnswer;

    /// <summary>Text: free, or the value of a drop-down list.</summary>
    /// <param name="Value">The text, never null.</param>
    public sealed record Text(string Value) : ClipAnswer;
}
