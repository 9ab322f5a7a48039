using System.Text.Json.Nodes;

namespace LambdaHooks.Function.Tests.Emulation;

/// <summary>What the program posted about a request, or about its start.</summary>
/// <param name="ErrorType">The error header; null for a response.</param>
/// <param name="Text">The body.</param>
internal sealed record PostedAnswer(string? ErrorType, string Text)
{
    public bool IsError => ErrorType is not null;

    public JsonNode Json => JsonNode.Parse(Text)!;

    public string ErrorMessage => (string)Json["errorMessage"]!;
}
