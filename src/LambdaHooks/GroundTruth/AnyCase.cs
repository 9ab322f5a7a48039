using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>Members that are spelled <c>s3Uri</c> by the documentation and <c>s3uri</c> by much code around it.</summary>
internal static class AnyCase
{
    /// <summary>The text of the first member with that name in any casing, or null.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.Members()
            .Where(m => m.TryName(out var found) && found.Equals(name, StringComparison.OrdinalIgnoreCase) && m.Value.ValueKind == JsonValueKind.String)
            .Select(m => m.Value.TryText(out var text) ? text : null)
            .FirstOrDefault();
}
