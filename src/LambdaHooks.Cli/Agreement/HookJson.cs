using System.Text;
using System.Text.Json;

namespace LambdaHooks.Cli.Agreement;

/// <summary>What a JSON file of the hooks is.</summary>
internal enum HookJson
{
    /// <summary>None of theirs.</summary>
    None,

    /// <summary>A consolidation request: several answers to several objects.</summary>
    Payload,

    /// <summary>The response to one: labels of several objects.</summary>
    Response,

    /// <summary>One label.</summary>
    Label,

    /// <summary>One answer of the hooks' own page.</summary>
    Answer,

    /// <summary>The form that the page submits, with the answer in one of its fields.</summary>
    Form,
}

/// <summary>Tells the JSON of the hooks from other JSON, by the members of the first object.</summary>
internal static class HookJsonKinds
{
    /// <summary>What a file is, judged without reading further than needed.</summary>
    public static HookJson Of(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8);
        try
        {
            var isList = reader.Read() && reader.TokenType == JsonTokenType.StartArray;
            return (isList && !reader.Read()) || reader.TokenType != JsonTokenType.StartObject ? HookJson.None : OfMembers(ref reader, isList);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Whoever reads it as a whole says what is wrong with it.
            return HookJson.None;
        }
    }

    private static HookJson OfMembers(ref Utf8JsonReader reader, bool isList)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (OfMember(ref reader, isList) is var kind and not HookJson.None)
            {
                return kind;
            }

            _ = reader.Read();
            reader.Skip();
        }

        return HookJson.None;
    }

    private static HookJson OfMember(ref Utf8JsonReader reader, bool isList) => isList
        ? reader.ValueTextEquals("consolidatedAnnotation") ? HookJson.Response
            : reader.ValueTextEquals("annotations") || reader.ValueTextEquals("dataObject") ? HookJson.Payload
            : HookJson.None
        : reader.ValueTextEquals("schema") ? HookJson.Answer
            : reader.ValueTextEquals("annotation") ? HookJson.Form
            : reader.ValueTextEquals("version") || reader.ValueTextEquals("s3Uri") ? HookJson.Label
            : HookJson.None;
}
