using System.Text;

namespace LambdaHooks.Tests.GroundTruth;

/// <summary>Random valid JSON texts, white space and escapes included.</summary>
internal sealed class JsonMaker(Random random)
{
    private const int Deepest = 4;

    private static readonly string[] Scalars = ["0", "-0", "1.5e3", "0.1", "12345678901234567890", "true", "false", "null"];

    private static readonly string[] Bits = ["a", "}", "]", "{", "[", ",", ":", "\\\"", "\\\\", "\\u005d", "\\n", "é", "字", "🎧", " "];

    public string ArrayOf(int elements) =>
        $"{Space()}[{string.Join(',', Enumerable.Range(0, elements).Select(_ => Space() + Value() + Space()))}]{Space()}";

    public string Value(int depth = 0) => random.Next(depth < Deepest ? 4 : 2) switch
    {
        0 => Scalars[random.Next(Scalars.Length)],
        1 => Text(),
        2 => Array(depth),
        _ => Object(depth),
    };

    private string Array(int depth) =>
        $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Space() + Value(depth + 1)))}{Space()}]";

    private string Object(int depth) =>
        $"{{{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => $"{Space()}{Text()}{Space()}:{Value(depth + 1)}"))}{Space()}}}";

    private string Text()
    {
        var text = new StringBuilder("\"");
        for (var i = random.Next(6); i > 0; i--)
        {
            _ = text.Append(Bits[random.Next(Bits.Length)]);
        }

        return text.Append('"').ToString();
    }

    private string Space() => random.Next(3) switch { 0 => " ", 1 => "\r\n\t", _ => "" };
}
