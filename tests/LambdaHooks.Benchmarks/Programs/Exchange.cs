using System.Text;
using System.Text.Json;

namespace LambdaHooks.Benchmarks.Programs;

/// <summary>A request and its answer.</summary>
/// <param name="HandedOut">When the request was sent.</param>
/// <param name="Answered">When the answer had arrived in full.</param>
/// <param name="Path">Where it was posted to.</param>
/// <param name="Body">The answer.</param>
internal sealed record Exchange(long HandedOut, long Answered, string Path, byte[] Body)
{
    /// <summary>A fast error is no good answer: what was measured must be the work.</summary>
    public void Check(int? objects)
    {
        if (!Path.EndsWith("/response", StringComparison.Ordinal))
        {
            throw new BenchmarkException($"The function failed: {Encoding.UTF8.GetString(Body)}");
        }

        using var answer = JsonDocument.Parse(Body);
        var answered = answer.RootElement.ValueKind == JsonValueKind.Array ? answer.RootElement.GetArrayLength() : (int?)null;
        if (answered != objects || Encoding.UTF8.GetString(Body).Contains("\"error\"", StringComparison.Ordinal))
        {
            throw new BenchmarkException($"The function answered for {answered} objects, some perhaps with errors.");
        }
    }
}
