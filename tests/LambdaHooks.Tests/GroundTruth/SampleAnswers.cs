using System.Text.Json;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Tests.GroundTruth;

/// <summary>The answers that come with the sample manifests.</summary>
internal static class SampleAnswers
{
    /// <summary>A payload as it lies in the checkout; <c>@TOKEN@</c> stands where pages echo a token.</summary>
    public static byte[] Payload(string file) => File.ReadAllBytes(Checkout.Path("samplemanifests", "answers", file));

    /// <summary>Every answer of a payload.</summary>
    public static IEnumerable<string> Contents(string file)
    {
        using var payload = JsonDocument.Parse(Payload(file));
        return [.. payload.RootElement.EnumerateArray()
            .SelectMany(o => o.GetProperty("annotations").EnumerateArray())
            .Select(a => a.GetProperty("annotationData").GetProperty("content").GetString()!)];
    }
}
