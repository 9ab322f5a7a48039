using System.Text.Json;
using LambdaHooks.Answers;

namespace LambdaHooks.GroundTruth;

/// <summary>Reads the preference of a <c>lambdahooks/answer/1</c>.</summary>
internal static class PreferenceReader
{
    private const string Part = "annotation.preference";

    /// <summary>Adds the preference to the draft, or a rejection of it.</summary>
    public static void Read(JsonElement root, AnswerDraft draft)
    {
        if (!root.TryMember("preference", out var preference))
        {
            return;
        }

        var order = Texts(preference, "order");
        var tie = preference.TryMember("tie", out var flag) && flag.ValueKind == JsonValueKind.True;
        var ranking = RankingOf(preference);
        var problem = order is null || order.Count is < 2 or > Preference.MostCandidates || order.Distinct(StringComparer.Ordinal).Count() != order.Count
                ? "order must list at least two candidates, each once"
            : !TryStrength(preference, tie, out var strength) ? "strength must be a number from -3 to 3"
            : ranking is null || (ranking.Count > 0 && !Covers(ranking, order)) ? "ranking must hold every candidate of order once"
            : order.Count > 2 && ranking.Count == 0 && !tie ? "three candidates or more need a ranking"
            : Accept(draft, new Preference(order, strength, tie) { Ranking = ranking, Reasons = Texts(preference, "reasons") ?? [] });
        if (problem is not null)
        {
            draft.RejectPart(Part, $"unreadable-preference: {problem}", preference.Raw());
        }
        else if (preference.TryMember("reasons", out var reasons) && TextsOf(reasons) is null)
        {
            draft.RejectPart($"{Part}.reasons", "unreadable-reasons: not a list of texts", reasons.Raw());
        }
    }

    private static string? Accept(AnswerDraft draft, Preference preference)
    {
        draft.Preference = preference;
        return null;
    }

    private static bool TryStrength(JsonElement preference, bool tie, out double strength)
    {
        strength = 0;
        return preference.TryMember("strength", out var value)
            ? value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out strength) && Math.Abs(strength) <= Preference.Strongest
            : tie;
    }

    private static IReadOnlyList<IReadOnlyList<string>>? RankingOf(JsonElement preference)
    {
        if (!preference.TryMember("ranking", out var groups))
        {
            return [];
        }

        var ranking = new List<IReadOnlyList<string>>();
        foreach (var group in groups.Items())
        {
            if (TextsOf(group) is not { Count: > 0 } candidates)
            {
                return null;
            }

            ranking.Add(candidates);
        }

        return groups.ValueKind == JsonValueKind.Array ? ranking : null;
    }

    private static bool Covers(IReadOnlyList<IReadOnlyList<string>> ranking, IReadOnlyList<string> order) =>
        ranking.SelectMany(g => g).Order(StringComparer.Ordinal).SequenceEqual(order.Order(StringComparer.Ordinal));

    private static IReadOnlyList<string>? Texts(JsonElement element, string name) =>
        element.TryMember(name, out var list) ? TextsOf(list) : null;

    private static IReadOnlyList<string>? TextsOf(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.TryTexts(out var texts) ? texts : null;
}
