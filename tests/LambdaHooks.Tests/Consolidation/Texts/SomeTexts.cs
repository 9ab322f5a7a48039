using CsCheck;
using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Tests.Consolidation.Texts;

/// <summary>Generated texts: of few words, so that they meet; of many errors; and of anything UTF-16 can hold.</summary>
internal static class SomeTexts
{
    private static readonly string[] Pieces =
    [
        " ", " ", " ", "\n", "\u00A0", "\u3000", "a", "b", "c", "Ab", "don’t", "e\u0301", "é", "\u0301", "ß", ".", ",", "?!", "(", "“", "”", "。", "「",
        "我", "们", "好", "カ", "ｶﾞ", "ก", "กำ", "ြ", "مرحبا", "ـ", "\u200F", "\u0600", "👩‍👩‍👧", "👍🏽", "🇩🇪", "🇩", "\u200D", "\uFE0F", "\uD83D", "\uDC4D", "𠀀", "한", "\u1112", "\u1161", "\u0000", "1½",
    ];

    private static readonly string[] Words = ["a", "b", "c", "d", "ab", "abc", "A", "B.", "c,"];

    /// <summary>Any UTF-16, mostly what is hard.</summary>
    public static Gen<string> Anything { get; } = Gen.Frequency(
        (9, Gen.OneOf([.. Pieces.Select(Gen.Const)]).Array[0, 14].Select(string.Concat)),
        (1, Gen.Char.Array[0, 12].Select(c => new string(c))));

    /// <summary>Words of a few, with case and punctuation.</summary>
    public static Gen<string> Plain { get; } = Gen.OneOf([.. Words.Select(Gen.Const)]).Array[1, 9].Select(w => string.Join(' ', w));

    /// <summary>Two to six workers' texts of one thing, of which none is near the others on purpose.</summary>
    public static Gen<WorkerText[]> Several { get; } = Gen.Frequency((1, Plain), (1, Anything)).SelectMany(_ => Gen.OneOf(Plain, Anything).Array[2, 6]).Select(Named);

    /// <summary>Workers' texts that are one text with errors.</summary>
    public static Gen<WorkerText[]> Similar { get; } = Gen.Select(Gen.UInt, Gen.Int[2, 6], Gen.Int[1, 20]).Select((seed, writers, errors) =>
    {
        var random = new SmallRandom(seed);
        string[] truth = [.. Enumerable.Range(0, 12).Select(_ => $"w{random.Below(60)}")];
        return Named([.. Enumerable.Range(0, writers).Select(_ => Transcripts.WithErrors(truth, errors / 100.0, 60, random))]);
    });

    /// <summary>Reliabilities for some of the workers.</summary>
    public static Gen<TextReliabilities> Reliabilities { get; } = Gen.Double[0, 1].Array[0, 6].Select(r =>
        new TextStudy().Finish(r.Select((v, i) => (Worker: $"w{i}", Value: Math.Round(v, 1))).ToDictionary(p => p.Worker, p => p.Value)));

    public static WorkerText[] Named(IReadOnlyList<string> texts) => [.. texts.Select((t, i) => new WorkerText($"w{i}", t))];

    public static T[] Shuffled<T>(IReadOnlyList<T> things, int seed)
    {
        var (random, order) = (new SmallRandom(unchecked((uint)seed)), things.ToArray());
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = random.Below(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    public static string InWords(FusedText fused) =>
        $"{fused.Text}|{fused.Confidence:R}|{fused.IsUncertain}|{fused.IsDisputed}|{string.Join(' ', fused.Words.Select(w => $"{w.Text}:{w.Confidence:R}"))}";
}
