using System.Text.Json.Nodes;

namespace LambdaHooks.Cli.Tests.Demo;

public sealed class RecordTests(DemoRun demo)
{
    private static readonly Dictionary<string, string> Prompts = DemoRun.Manifest("comparisons").ToDictionary(l => (string)l["prompt-id"]!, l => (string)l["prompt"]!);
    private static readonly Dictionary<string, string> Models = DemoRun.Candidates.ToDictionary(c => (string)c["source-ref"]!, c => (string)c["model"]!);

    [Fact]
    public void EveryPairIsOfTwoCandidatesOfOneManifestLine()
    {
        var pairs = demo.Records("preferences");

        Assert.NotEmpty(pairs);
        Assert.All(pairs, p =>
        {
            var line = DemoRun.Manifest("comparisons").Single(l => (string)l["prompt-id"]! == (string)p["prompt_id"]!);
            var media = line["candidates"]!.AsArray().Select(c => (string)c!["source-ref"]!);
            Assert.Equal(Prompts[(string)p["prompt_id"]!], (string)p["prompt"]!);
            Assert.NotEqual((string)p["chosen"]!, (string)p["rejected"]!);
            Assert.Subset(media.ToHashSet(), new HashSet<string> { (string)p["chosen"]!, (string)p["rejected"]! });
        });
    }

    [Fact]
    public void EveryPairSaysWhatMadeItsMediaAndHowClearItIs() => Assert.All(demo.Records("preferences"), p =>
    {
        Assert.Equal(Models[(string)p["chosen"]!], (string)p["chosen_model"]!);
        Assert.Equal(Models[(string)p["rejected"]!], (string)p["rejected_model"]!);
        Assert.True((double)p["margin"]! is > 0 and <= 3, p.ToJsonString());
        Assert.True((double)p["agreement"]! is > 0 and <= 1, p.ToJsonString());
        Assert.InRange((int)p["workers"]!, 3, 4);
    });

    [Fact]
    public async Task EverySegmentLiesInsideItsClip()
    {
        var segments = demo.Records("sft");

        Assert.NotEmpty(segments);
        foreach (var segment in segments)
        {
            var length = await ClipLength.OfAsync(FileOf((string)segment["media"]!));
            var (start, end) = ((decimal)segment["start"]!, (decimal)segment["end"]!);
            Assert.True(start >= 0 && start < end, segment.ToJsonString());
            Assert.True(end <= (length ?? end), segment.ToJsonString());
        }
    }

    [Fact]
    public void EveryRecordHasAnIdOfItsOwnAndAConfidenceThatIsOne()
    {
        var ids = demo.Records("sft").Concat(demo.Records("preferences")).Select(r => (string)r["id"]!).ToArray();

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(demo.Records("sft"), s => Assert.True((double)s["confidence"]! is > 0 and <= 1, s.ToJsonString()));
    }

    [Fact]
    public void EverySegmentIsInTheLabelItCameFrom() => Assert.All(demo.Records("sft"), s =>
    {
        var id = ((string)s["id"]!).Split('/');
        var tracks = demo.OutputManifest(id[0])[int.Parse(id[1], null)][id[0]]!["tracks"]!.AsArray().Where(t => (string)t!["category"]! == (string)s["track"]!);
        Assert.Contains(tracks.SelectMany(t => t!["segments"]!.AsArray()), t => Times(t!) == Times(s) && (string)t!["text"]! == (string)s["text"]!);
    });

    private static (decimal Start, decimal End) Times(JsonNode segment) => ((decimal)segment["start"]!, (decimal)segment["end"]!);

    private static string FileOf(string uri)
    {
        var path = uri.Replace("s3://lambdahooks-samples", Checkout.Path("samplemanifests", "media"), StringComparison.Ordinal);
        Assert.True(File.Exists(path), uri);
        return path;
    }
}
