using System.Text.Json;
using LambdaHooks.Consolidation.Texts;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Tests.Consolidation.Texts;

/// <summary>A text, and what several workers made of it.</summary>
internal sealed record Transcript(string Truth, string[] Workers)
{
    public WorkerText[] Named(IReadOnlyList<string> names) => [.. Workers.Select((t, i) => new WorkerText(names[i], t))];
}

/// <summary>Batches of transcripts whose truth is known.</summary>
internal static class Transcripts
{
    private const int Vocabulary = 2000;

    private static readonly JsonSerializerOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    public static Transcript[] OfFile(string name) =>
        JsonSerializer.Deserialize<Transcript[]>(File.ReadAllText(Checkout.SharedData("data", "synthetic", $"transcripts-{name}.json")), AnyCase)!;

    /// <summary>Thirty words each, every word wrong with a worker's rate.</summary>
    public static Transcript[] Made(uint seed, int count, params double[] rates)
    {
        var random = new SmallRandom(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            string[] truth = [.. Enumerable.Range(0, 30).Select(_ => $"w{random.Below(Vocabulary)}")];
            return new Transcript(string.Join(' ', truth), [.. rates.Select(r => WithErrors(truth, r, Vocabulary, random))]);
        })];
    }

    /// <summary>Other words, misspelled words, missing words and further words, in equal parts.</summary>
    public static string WithErrors(IEnumerable<string> truth, double rate, int vocabulary, SmallRandom random)
    {
        var words = new List<string>();
        foreach (var word in truth)
        {
            if (random.Share() >= rate)
            {
                words.Add(word);
                continue;
            }

            string[] wrong = random.Below(4) switch
            {
                0 => [$"w{random.Below(vocabulary)}"],
                1 => [word + "x"],
                2 => [],
                _ => [word, $"w{random.Below(vocabulary)}"],
            };
            words.AddRange(wrong);
        }

        return string.Join(' ', words);
    }

    /// <summary>Mean word error rate of what the workers' texts come to.</summary>
    public static double ErrorRate(IEnumerable<Transcript> batch, IReadOnlyList<string> names, TextReliabilities reliabilities) =>
        batch.Average(t => WordErrorRate.Between(t.Truth, TextFusion.Fuse(t.Named(names), reliabilities).Text));

    public static TextReliabilities Studied(IEnumerable<Transcript> batch, IReadOnlyList<string> names)
    {
        var study = new TextStudy();
        foreach (var transcript in batch)
        {
            study.Add(transcript.Named(names));
        }

        return study.Finish(new Dictionary<string, double>());
    }
}
