namespace LambdaHooks.Consolidation.Texts;

/// <summary>
/// Tells transcripts from remarks: people who write down what they hear write nearly the same, people who comment do not, and that they
/// differ is then no reason to look again.
/// </summary>
/// <remarks>A sample is enough; things that fewer than three were compared of count as transcripts.</remarks>
internal sealed class TextHabits
{
    private const int MostCompared = 64;
    private const int LeastCompared = 3;

    private int compared;
    private int disputed;

    /// <summary>True where more than half of what several wrote differs too much to be merged.</summary>
    public bool AreRemarks => compared >= LeastCompared && disputed * 2 > compared;

    /// <summary>Adds one thing that was written about.</summary>
    public void Add(IReadOnlyList<WorkerText> texts)
    {
        if (compared < MostCompared && texts.Count(t => !string.IsNullOrWhiteSpace(t.Text)) > 1)
        {
            compared++;
            disputed += TextFusion.Fuse(texts, TextReliabilities.None).IsDisputed ? 1 : 0;
        }
    }
}
