using System.Text.Json;

namespace LambdaHooks.Tests.Hooks;

/// <summary>Damages JSON: one value becomes a wrong one, or some bytes do.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] WrongValues =
    [
        "NaN", "Infinity", "1e400", "-1e400", "1e-400", "-0", "17", "-1.5", "99999999999999999999", "true", "false", "null", "[]", "{}", "\"\"", "\"text\"",
        "\"\\ud800\"", "\"\\udc00x\"", "[\"\\ud83d\"]", "{\"\\ud800\":1}", "[[[]]]", "[null]", "{\"label\":\"x\"}", "{\"a\":true}",
        "\"s3://media/../x\"", "\"s3://nowhere/x\"", "\"{\\\"schema\\\":\\\"lambdahooks/answer/2\\\"}\"", "\"{\\\"streams\\\":{}}\"",
    ];

    private static readonly string[] WrongNames = ["\"\"", "\"\\ud800\"", "\"label\"", "\"annotation\"", "\"annotations\"", "\"x\""];

    private static readonly byte[] WrongBytes = [.. "\"\\{}[],:0-eN "u8, 0x00, 0x0A, 0x80, 0xC3, 0xED, 0xFF];

    /// <summary>The same JSON with one value replaced, somewhere; brackets and quotes stay balanced.</summary>
    public string Damage(JsonElement element)
    {
        if (random.Next(5) == 0)
        {
            return Wrong();
        }

        return element.ValueKind switch
        {
            JsonValueKind.Object when element.EnumerateObject().Any() => DamageMember([.. element.EnumerateObject()]),
            JsonValueKind.Array when element.GetArrayLength() > 0 => DamageItem([.. element.EnumerateArray().Select(i => i.GetRawText())], element),
            JsonValueKind.String when element.GetString()!.StartsWith('{') => DamageText(element.GetString()!),
            _ => Wrong(),
        };
    }

    /// <summary>The bytes cut short or changed in one place, and the first place that differs.</summary>
    public (byte[] Bytes, int From) Damage(byte[] bytes)
    {
        var at = random.Next(bytes.Length);
        byte[] damaged = random.Next(5) switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], (byte)(bytes[at] ^ (1 << random.Next(8))), .. bytes[(at + 1)..]],
            2 => [.. bytes[..at], .. bytes[(at + 1)..]],
            3 => [.. bytes[..at], WrongBytes[random.Next(WrongBytes.Length)], .. bytes[at..]],
            _ => [.. bytes[..at], .. Enumerable.Range(0, 8).Select(_ => (byte)random.Next(256)), .. bytes[Math.Min(at + 8, bytes.Length)..]],
        };
        return (damaged, at);
    }

    private string DamageMember(JsonProperty[] members)
    {
        var target = random.Next(members.Length);
        var rename = random.Next(8) == 0;
        return $"{{{string.Join(',', members.Select((m, i) => i != target ? Written(m)
            : rename ? $"{WrongNames[random.Next(WrongNames.Length)]}:{m.Value.GetRawText()}"
            : $"{JsonSerializer.Serialize(m.Name)}:{Damage(m.Value)}"))}}}";
    }

    private string DamageItem(string[] items, JsonElement array)
    {
        var target = random.Next(items.Length);
        items[target] = random.Next(8) == 0 ? $"{items[target]},{items[target]}" : Damage(array[target]);
        return $"[{string.Join(',', items)}]";
    }

    private string DamageText(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(Damage(document.RootElement));
    }

    private string Wrong() => random.Next(WrongValues.Length + 2) switch
    {
        0 => Nested(random.Next(1000)),
        1 => $"\"{new string('x', 50_000)}\"",
        var other => WrongValues[other - 2],
    };

    private static string Nested(int depth) => $"{new string('[', depth)}{new string(']', depth)}";

    private static string Written(JsonProperty member) => $"{JsonSerializer.Serialize(member.Name)}:{member.Value.GetRawText()}";
}
