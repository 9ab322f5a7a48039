using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>Length of JSON in UTF-16 characters, without white space and without escapes that JSON does not need.</summary>
internal static class JsonLength
{
    private const int Delimiters = 2;

    /// <summary>The length of an element.</summary>
    /// <exception cref="InvalidOperationException">A name or text holds half of a surrogate pair.</exception>
    public static int Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => OfList([.. element.EnumerateObject().Select(p => Of(p.Name) + 1 + Of(p.Value))]),
        JsonValueKind.Array => OfList([.. element.EnumerateArray().Select(Of)]),
        JsonValueKind.String => Of(element.GetString()!),
        _ => element.Raw().Length,
    };

    private static int OfList(int[] items) => Delimiters + items.Sum() + Math.Max(0, items.Length - 1);

    private static int Of(string text) => Delimiters + text.Length + text.Count(c => c is '"' or '\\' or < ' ');
}
