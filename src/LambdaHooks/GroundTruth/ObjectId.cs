using System.Text;

namespace LambdaHooks.GroundTruth;

/// <summary>Finds the id of a data object in its bytes, whether or not they are JSON.</summary>
internal static class ObjectId
{
    private static ReadOnlySpan<byte> Name => "datasetObjectId"u8;

    /// <summary>The text after <c>"datasetObjectId":</c> at the top of an object, or null.</summary>
    public static string? Find(ReadOnlySpan<byte> json)
    {
        var brackets = new JsonBrackets(json);
        while (brackets.MoveNext())
        {
            if (brackets is { Kind: (byte)'"', Depth: 1 } && IsName(json[brackets.At..brackets.End]) && ValueAfter(json, brackets.End) is { } id)
            {
                return id;
            }
        }

        return null;
    }

    private static bool IsName(ReadOnlySpan<byte> quoted) => quoted.Length == Name.Length + 2 && quoted[1..^1].SequenceEqual(Name);

    private static string? ValueAfter(ReadOnlySpan<byte> json, int at)
    {
        var rest = json[at..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty || rest[0] != (byte)':')
        {
            return null;
        }

        rest = rest[1..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty || rest[0] != (byte)'"')
        {
            return null;
        }

        var end = JsonBrackets.AfterString(rest, 1);
        var id = rest[1..Math.Max(1, end - 1)];
        return end <= rest.Length && rest[end - 1] == (byte)'"' && !id.Contains((byte)'\\') ? Encoding.UTF8.GetString(id) : null;
    }
}
