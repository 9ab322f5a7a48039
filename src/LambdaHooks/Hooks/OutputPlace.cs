using System.Security.Cryptography;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>
/// Where the output of one payload goes: <c>&lt;job&gt;/lambdahooks/{SHA-256 of the payload}/</c>, so that the same payload gives the same
/// keys and a retry replaces what it wrote.
/// </summary>
internal static class OutputPlace
{
    private const string JobOutput = "/annotations";

    /// <summary>The place; null where neither the request nor the settings name one.</summary>
    public static ObjectUri? Of(PostAnnotationRequest request, ReadOnlySpan<byte> payload, ObjectUri? fallback)
    {
        var job = JobFolder(request.OutputConfig) ?? JobFolder(request.PayloadUri) ?? fallback;
        return job?.Append($"lambdahooks/{Convert.ToHexStringLower(SHA256.HashData(payload))}");
    }

    /// <summary>The job's folder: what stands before the last <c>/annotations</c>, or else the folder the object lies in.</summary>
    private static ObjectUri? JobFolder(string? text)
    {
        if (!ObjectUri.TryParse(text?.TrimEnd('/'), out var uri))
        {
            return null;
        }

        var key = "/" + uri.Key;
        var at = key.EndsWith(JobOutput, StringComparison.Ordinal) ? key.Length - JobOutput.Length : key.LastIndexOf(JobOutput + "/", StringComparison.Ordinal);
        return uri with { Key = key[..(at < 0 ? key.LastIndexOf('/') : at)].TrimStart('/') };
    }
}
