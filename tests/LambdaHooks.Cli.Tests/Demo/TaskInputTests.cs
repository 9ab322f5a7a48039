using System.Text.Json.Nodes;

namespace LambdaHooks.Cli.Tests.Demo;

public sealed class TaskInputTests(DemoRun demo)
{
    private const int MostCharacters = 120_000;

    [Fact]
    public void EveryManifestLineHasATaskInputThatIsNotTooLarge()
    {
        var expected = DemoRun.Jobs.SelectMany(j => DemoRun.Manifest(j).Select((_, i) => $"{j}-{i}"));

        Assert.Equal(expected.Order(StringComparer.Ordinal), demo.TaskInputs.Keys.Order(StringComparer.Ordinal));
        Assert.All(demo.TaskInputs.Values, t => Assert.InRange(JsonNode.Parse(t)!["taskInput"]!.ToJsonString().Length, 1, MostCharacters));
    }

    [Fact]
    public void NothingTellsAWorkerWhichModelMadeACandidate()
    {
        var models = DemoRun.Candidates.Select(c => (string)c["model"]!).Distinct().ToArray();
        var comparisons = demo.TaskInputs.Where(t => t.Key.StartsWith("comparisons", StringComparison.Ordinal)).ToArray();

        Assert.Equal(5, comparisons.Length);
        Assert.All(comparisons, t => Assert.DoesNotContain(models, m => t.Value.Contains(m, StringComparison.OrdinalIgnoreCase)));
        Assert.All(comparisons, t => Assert.DoesNotContain("\"model\"", t.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryMediumCanBePlayed() => Assert.All(Media, m =>
    {
        Assert.StartsWith("http://127.0.0.1:8080/media/lambdahooks-samples/clips/", (string)m["url"]!, StringComparison.Ordinal);
        Assert.NotNull(m["notAfter"]);
    });

    [Fact]
    public void EveryMediumHasPeaksSaveWhereNothingDecodesIt()
    {
        var (wav, other) = (Media.Where(IsWav).ToArray(), Media.Where(m => !IsWav(m)).ToArray());

        Assert.Equal(19, wav.Length);
        Assert.All(wav, m => Assert.Equal(4000, m["peaks"]!["overview"]!["data"]!.AsArray().Count));
        Assert.Equal(2, other.Length);
        Assert.All(other, m => Assert.True(m["peaks"] is not null || ((string)m["reason"]!).StartsWith("decoder-missing: ", StringComparison.Ordinal), m.ToJsonString()));
    }

    private IEnumerable<JsonNode> Media =>
        demo.TaskInputs.Values.SelectMany(t => JsonNode.Parse(t)!["taskInput"]!["lambdahooks"]!["media"]!.AsArray())!;

    private static bool IsWav(JsonNode medium) => ((string)medium["s3Uri"]!).EndsWith(".wav", StringComparison.Ordinal);
}
