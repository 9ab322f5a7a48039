using CsCheck;
using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.Consolidation.Labels;
using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Tests.Consolidation.Labels;

/// <summary>Made-up whole-clip answers, small and contradictory.</summary>
internal static class SomeClips
{
    private static readonly string[] Names = ["", "w1", "w2", "w3", "w4"];

    private static readonly Gen<ClipAnswer> Any = Gen.Int[0, 12].Select(ClipAnswer (i) => i switch
    {
        < 3 => new ClipAnswer.Choice("abc"[i].ToString()),
        < 6 => new ClipAnswer.Number(i - 2),
        6 => Set("+yes", "-no"),
        7 => Set("-yes", "+no"),
        8 => Set("+yes", "+no"),
        9 => Set("+yes"),
        10 => new ClipAnswer.Number(0.1),
        11 => new ClipAnswer.Text("a b c"),
        _ => new ClipAnswer.Text(""),
    });

    public static readonly Gen<ObjectAnswers[]> Batches = BatchesOf(Any);

    public static readonly Gen<ObjectAnswers[]> Choices = BatchesOf(Gen.Int[0, 2].Select(ClipAnswer (i) => new ClipAnswer.Choice("abc"[i].ToString())));

    public static ClipAnswer.Options Set(params string[] options) => new(options.ToDictionary(o => o[1..], o => o[0] == '+'));

    /// <summary>Objects o0, o1 … with a row of answers each, by workers w0, w1 … in order; null for none.</summary>
    public static ObjectAnswers[] Batch(params ClipAnswer?[][] rows) => [.. rows.Select((row, o) => new ObjectAnswers(
        $"o{o}", [.. row.Select((value, w) => (Value: value, Worker: $"w{w}")).Where(a => a.Value is not null).Select(a => Answer(a.Worker, "q", a.Value!))]))];

    public static Answer Answer(string worker, string question, ClipAnswer value) => new(worker) { Clip = new Dictionary<string, ClipAnswer> { [question] = value } };

    public static ClipStudy Study(IReadOnlyList<ObjectAnswers> batch) => new(batch, ConsolidationSettings.Default, static _ => 1, TextReliabilities.None);

    /// <summary>Everything a study says, so that two can be compared.</summary>
    public static string InWords(IReadOnlyList<ObjectAnswers> batch, Func<string, double> weightOf)
    {
        var study = new ClipStudy(batch, ConsolidationSettings.Default, weightOf, TextReliabilities.None);
        return string.Join('\n', [
            .. batch.OrderBy(o => o.ObjectId, StringComparer.Ordinal).SelectMany(o => study.Fuse(o).Select(c => $"{o.ObjectId} {InWords(c)}")),
            .. Names.Select(n => $"{n}: {study.Of(n) with { Constant = [] }} {string.Join(' ', study.Of(n).Constant)}"),
            .. study.ConstantAnswers.Select(c => c.ToString()),
        ]);
    }

    public static string InWords(ConsolidatedClipAnswer fused) =>
        $"{fused.Question} {Consolidation.InWords.ClipAnswer(fused.Value)} {fused.Confidence:R} {fused.Spread:R} {fused.Rating} {string.Join(' ', fused.Posterior)} {string.Join(' ', fused.Flags)} {string.Join(' ', fused.Evidence.Select(e => e.Worker + '=' + Consolidation.InWords.ClipAnswer(e.Value)))}";

    private static Gen<ObjectAnswers[]> BatchesOf(Gen<ClipAnswer> answers) => Gen.Select(answers.Null(0.3), answers.Null(0.3)).Array[5].Array[1, 4].Select(objects =>
        objects.Select((workers, o) => new ObjectAnswers($"o{o}", [.. workers.Select((two, w) => new Answer(Names[w]) { Clip = Clip(two.Item1, two.Item2) })])).ToArray());

    private static Dictionary<string, ClipAnswer> Clip(ClipAnswer? first, ClipAnswer? second) =>
        new[] { (Question: "p", Value: first), (Question: "q", Value: second) }.Where(c => c.Value is not null).ToDictionary(c => c.Question, c => c.Value!);
}
