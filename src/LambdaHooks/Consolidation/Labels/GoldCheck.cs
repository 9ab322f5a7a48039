using LambdaHooks.Answers;

namespace LambdaHooks.Consolidation.Labels;

/// <summary>Compares an answer with one known to be right.</summary>
internal static class GoldCheck
{
    /// <summary>A neighbouring star is no failure.</summary>
    private const double Near = 1;

    private const double NearShare = 0.05;

    /// <summary>
    /// 0 to 1: 1 for the same label, or a number within 1 and, above 20, within 5 %; the share of options in the same state for sets;
    /// null for texts, which are measured by their words elsewhere.
    /// </summary>
    public static double? Agreement(ClipAnswer answer, ClipAnswer gold) => (answer, gold) switch
    {
        (ClipAnswer.Choice a, ClipAnswer.Choice g) => a.Label == g.Label ? 1 : 0,
        (ClipAnswer.Number a, ClipAnswer.Number g) => Math.Abs(a.Value - g.Value) <= Math.Max(Near, NearShare * Math.Abs(g.Value)) ? 1 : 0,
        (ClipAnswer.Options a, ClipAnswer.Options g) => SameStates(a.Values, g.Values),
        _ => null,
    };

    private static double SameStates(IReadOnlyDictionary<string, bool> a, IReadOnlyDictionary<string, bool> gold)
    {
        var options = a.Keys.Union(gold.Keys, StringComparer.Ordinal).ToArray();
        return options.Length == 0 ? 1 : options.Count(o => a.GetValueOrDefault(o) == gold.GetValueOrDefault(o)) / (double)options.Length;
    }
}
