using System.Text.Json;

namespace LambdaHooks.Tests.GroundTruth;

/// <summary>As much of JSON Schema 2020-12 as our schema uses; a keyword it does not know is an error, so nothing goes unchecked.</summary>
internal sealed class SmallSchema(JsonElement root)
{
    public bool Accepts(JsonElement value) => Accepts(root, value);

    private bool Accepts(JsonElement schema, JsonElement value) => schema.EnumerateObject().All(k => Accepts(k.Name, k.Value, schema, value));

    private bool Accepts(string keyword, JsonElement rule, JsonElement schema, JsonElement value) => keyword switch
    {
        "$schema" or "$id" or "$defs" or "title" or "description" => true,
        "$ref" => Accepts(Definition(rule.GetString()!), value),
        "const" => JsonElement.DeepEquals(rule, value),
        "type" => rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().Any(t => IsOfType(t, value)) : IsOfType(rule, value),
        "allOf" => rule.EnumerateArray().All(s => Accepts(s, value)),
        "anyOf" => rule.EnumerateArray().Any(s => Accepts(s, value)),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.GetDouble(),
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= rule.GetInt32(),
        _ => value.ValueKind switch
        {
            JsonValueKind.Object => AcceptsObject(keyword, rule, schema, value),
            JsonValueKind.Array => AcceptsArray(keyword, rule, value),
            _ => true,
        },
    };

    private bool AcceptsObject(string keyword, JsonElement rule, JsonElement schema, JsonElement value) => keyword switch
    {
        "required" => rule.EnumerateArray().All(n => value.TryGetProperty(n.GetString()!, out _)),
        "properties" => rule.EnumerateObject().All(p => !value.TryGetProperty(p.Name, out var member) || Accepts(p.Value, member)),
        "additionalProperties" => value.EnumerateObject().Where(m => !IsNamed(m.Name, schema)).All(m => Accepts(rule, m.Value)),
        "minProperties" => value.EnumerateObject().Count() >= rule.GetInt32(),
        "maxProperties" => value.EnumerateObject().Count() <= rule.GetInt32(),
        "items" or "contains" or "minItems" or "maxItems" or "uniqueItems" => true,
        _ => throw new NotSupportedException(keyword),
    };

    private bool AcceptsArray(string keyword, JsonElement rule, JsonElement value) => keyword switch
    {
        "items" => value.EnumerateArray().All(i => Accepts(rule, i)),
        "contains" => value.EnumerateArray().Any(i => Accepts(rule, i)),
        "minItems" => value.GetArrayLength() >= rule.GetInt32(),
        "maxItems" => value.GetArrayLength() <= rule.GetInt32(),
        "uniqueItems" => value.EnumerateArray().Select(i => i.GetRawText()).Distinct().Count() == value.GetArrayLength(),
        "required" or "properties" or "additionalProperties" or "minProperties" or "maxProperties" => true,
        _ => throw new NotSupportedException(keyword),
    };

    private JsonElement Definition(string reference) => root.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    private static bool IsNamed(string name, JsonElement schema) => schema.TryGetProperty("properties", out var named) && named.TryGetProperty(name, out _);

    private static bool IsOfType(JsonElement type, JsonElement value) => type.GetString() switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        var other => throw new NotSupportedException(other),
    };
}
