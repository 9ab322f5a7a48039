namespace LambdaHooks.Benchmarks.Data;

/// <summary>One thing said in a made-up clip: the truth that workers mark more or less well.</summary>
/// <param name="Start">Microseconds.</param>
/// <param name="End">Microseconds.</param>
/// <param name="Label">What it is.</param>
/// <param name="Words">What is said.</param>
internal sealed record Utterance(long Start, long End, string Label, IReadOnlyList<string> Words)
{
    private static readonly string[] Labels = ["clean", "robotic", "clipped", "mispronounced", "breath", "wrong-emotion"];

    private static readonly string[] Vocabulary =
    [
        "the", "voice", "reads", "every", "second", "line", "of", "this", "letter", "too", "quickly", "and", "then", "stops", "before",
        "it", "comes", "to", "an", "end", "while", "music", "goes", "on", "behind", "each", "sentence", "as", "if", "nobody", "listened",
    ];

    /// <summary>A clip's utterances, in order and without overlap.</summary>
    public static IReadOnlyList<Utterance> Talk(int count, Random random)
    {
        var utterances = new Utterance[count];
        var at = 0L;
        for (var i = 0; i < count; i++)
        {
            var start = at + random.NextInt64(50_000, 800_000);
            at = start + random.NextInt64(400_000, 4_000_000);
            utterances[i] = new Utterance(start, at, Pick(Labels, random), [.. Enumerable.Range(0, random.Next(3, 8)).Select(_ => Pick(Vocabulary, random))]);
        }

        return utterances;
    }

    /// <summary>The same as one worker marks it: boundaries off by up to 0.15 s, one label in ten and one word in twenty another.</summary>
    public Utterance AsMarked(Random random) => new(
        Math.Max(0, Start + random.NextInt64(-150_000, 150_000)),
        End + random.NextInt64(-150_000, 150_000),
        random.Next(10) == 0 ? Pick(Labels, random) : Label,
        [.. Words.Select(w => random.Next(20) == 0 ? Pick(Vocabulary, random) : w)]);

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
