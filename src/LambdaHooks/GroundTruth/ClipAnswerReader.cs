using System.Text.Json;
using LambdaHooks.Answers;

namespace LambdaHooks.GroundTruth;

/// <summary>Reads any form field as a whole-clip answer, by the shape of its value alone.</summary>
internal static class ClipAnswerReader
{
    /// <summary>Far beyond any rating, and far from where sums and differences stop being finite.</summary>
    private const double Largest = 1e100;

    /// <summary>Adds the answer to the draft, or a rejection of that field. Null and empty lists mean "not answered".</summary>
    /// <param name="question">The field's name.</param>
    /// <param name="part">Where it stands, for a rejection.</param>
    /// <param name="value">Its value.</param>
    /// <param name="draft">Where to.</param>
    public static void Read(string question, string part, JsonElement value, AnswerDraft draft)
    {
        if (IsUnanswered(value))
        {
            return;
        }

        if (AnswerOf(value) is not { } answer)
        {
            draft.RejectPart(part, ProblemOf(value), value.Raw());
        }
        else if (!draft.Clip.TryAdd(question, answer))
        {
            draft.RejectPart(part, "repeated-question: the answer holds another value for it, which is used", value.Raw());
        }
    }

    private static string ProblemOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "unreadable-text: it holds half of a surrogate pair",
        JsonValueKind.Number => $"unreadable-number: it lies beyond {Largest:0e0}",
        _ => "unknown-shape: not text, a number, a choice, or options that are true or false",
    };

    private static bool IsUnanswered(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private static ClipAnswer? AnswerOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => new ClipAnswer.Choice("true"),
        JsonValueKind.False => new ClipAnswer.Choice("false"),
        JsonValueKind.Number => value.TryGetDouble(out var number) && Math.Abs(number) <= Largest ? new ClipAnswer.Number(number) : null,
        JsonValueKind.String => value.TryText(out var text) ? new ClipAnswer.Text(text) : null,
        JsonValueKind.Array => OptionsOf(value),
        _ => ChoiceOf(value) ?? OptionsOf(value.EnumerateObject()) ?? NestedChoice(value),
    };

    /// <summary><c>{"label": "…"}</c>, as crowd classifiers submit it.</summary>
    private static ClipAnswer? ChoiceOf(JsonElement value) =>
        value.EnumerateObject().Count() == 1 && value.Text("label") is { } label ? new ClipAnswer.Choice(label) : null;

    /// <summary><c>{"element name": {"label": "…"}}</c>: the same one level down.</summary>
    private static ClipAnswer? NestedChoice(JsonElement value)
    {
        JsonProperty[] members = [.. value.EnumerateObject()];
        return members.Length == 1 && members[0].Value.ValueKind == JsonValueKind.Object
            ? ChoiceOf(members[0].Value) ?? OptionsOf(members[0].Value.EnumerateObject())
            : null;
    }

    /// <summary>A list of chosen values, or a list of objects that each hold options.</summary>
    private static ClipAnswer.Options? OptionsOf(JsonElement list) =>
        list.EnumerateArray().All(i => i.ValueKind == JsonValueKind.Object)
            ? OptionsOf(list.EnumerateArray().SelectMany(i => i.EnumerateObject()))
            : ChosenOf(list);

    private static ClipAnswer.Options? ChosenOf(JsonElement list)
    {
        var chosen = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var item in list.EnumerateArray())
        {
            if (!item.TryText(out var value))
            {
                return null;
            }

            chosen[value] = true;
        }

        return new ClipAnswer.Options(chosen);
    }

    private static ClipAnswer.Options? OptionsOf(IEnumerable<JsonProperty> members)
    {
        var options = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (member.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False) || !member.TryName(out var name))
            {
                return null;
            }

            options[name] = member.Value.GetBoolean();
        }

        return options.Count == 0 ? null : new ClipAnswer.Options(options);
    }
}
