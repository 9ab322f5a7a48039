using System.Text.Json.Nodes;

namespace LambdaHooks.Interop.Tests.Programs;

/// <summary>The JSON Schema validator of the JavaScript world.</summary>
internal static class Ajv
{
    /// <summary>What is wrong with a JSON text, one finding an entry; empty where it is valid.</summary>
    /// <param name="schemaPath">File of the schema, draft 2020-12.</param>
    /// <param name="json">The text.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static async Task<string[]> ValidateAsync(string schemaPath, string json, CancellationToken cancel)
    {
        var schema = JsonNode.Parse(await File.ReadAllTextAsync(schemaPath, cancel));
        var findings = await Node.AskAsync("validate.mjs", new { schema, instance = JsonNode.Parse(json) }, cancel);
        return findings.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
