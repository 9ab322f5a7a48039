using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LambdaHooks.Hooks;

namespace LambdaHooks.Tests.Hooks;

public sealed class PostAnnotationOutputTests : IDisposable
{
    private static readonly string Batch = Payloads.Of(
        Payloads.Clip("0", Payloads.Inline("a", Payloads.Marked(0, 1)), Payloads.Inline("b", Payloads.Marked(0, 1)), Payloads.Inline("c", new string('x', 5000))),
        Payloads.Clip("1", Payloads.Inline("a", Payloads.Marked(2, 3))));

    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task RecordsLieBesideTheJobsOutputUnderThePayloadsHash()
    {
        var labels = await bench.ConsolidateAsync(Batch);

        var sft = $"{Bench.JobFolder}/lambdahooks/{Sha256(Batch)}/sft.jsonl";
        Assert.All(labels, l => Assert.Equal(sft, l.Label.GetProperty("records").GetProperty("sft").GetString()));
        using var first = JsonDocument.Parse(bench.GetText(sft).Split('\n')[0]);
        Assert.Equal(("speech-job/0/source/speech/0", "s3://media/0.wav", true), (
            first.RootElement.GetProperty("id").GetString(), first.RootElement.GetProperty("media").GetString(), first.RootElement.GetProperty("provisional").GetBoolean()));
        Assert.Equal(2, bench.GetText(sft).Count(c => c == '\n'));
    }

    [Fact]
    public async Task ASecondRunWritesTheSameBytesUnderTheSameKeys()
    {
        var first = await bench.ConsolidateAsync(Batch);
        var written = bench.Files("output");

        var second = await bench.ConsolidateAsync(Batch);

        Assert.Equal(first.Select(l => l.Label.GetRawText()), second.Select(l => l.Label.GetRawText()));
        Assert.Equal(4, written.Count);
        Assert.Equal(written, bench.Files("output"));
    }

    [Fact]
    public async Task LongRawTextOfARejectionIsKeptBesideTheOutput()
    {
        var label = (await bench.ConsolidateAsync(Batch))[0].Label;

        var rejection = label.GetProperty("rejections").EnumerateArray().Single();
        Assert.False(rejection.TryGetProperty("raw", out _));
        Assert.Equal(new string('x', 5000), bench.GetText(rejection.GetProperty("rawUri").GetString()!));
    }

    [Theory]
    [InlineData(4000, true)]
    [InlineData(4001, false)]
    public async Task RawTextUpToFourThousandCharactersStaysInTheLabel(int length, bool stays)
    {
        var labels = await bench.ConsolidateAsync(Payloads.Of(Payloads.Clip("0", Payloads.Inline("a", new string('x', length)))));

        Assert.Equal(stays, labels[0].Label.GetProperty("rejections")[0].TryGetProperty("raw", out _));
    }

    [Theory]
    [InlineData(""","outputConfig":"s3://output/Out/Speech-Job/annotations" """, "Out/Speech-Job")]
    [InlineData(""","outputConfig":"s3://output/Out/Speech-Job/annotations/" """, "Out/Speech-Job")]
    [InlineData(""","outputConfig":"s3://output/annotations/Speech-Job/annotations" """, "annotations/Speech-Job")]
    [InlineData(""","outputConfig":"s3://output/annotations" """, "")]
    [InlineData("", "Speech-Job")]
    [InlineData(""","outputConfig":null""", "Speech-Job")]
    [InlineData(""","outputConfig":"not a place" """, "Speech-Job")]
    public async Task TheJobsFolderComesFromOutputConfigOrElseFromThePayload(string more, string folder)
    {
        _ = await bench.ConsolidateAsync(Batch, Bench.PostRequest(more: more));

        Assert.NotNull(bench.Get($"s3://output/{folder}/lambdahooks/{Sha256(Batch)}/sft.jsonl".Replace("output//", "output/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("s3://output/annotations/job/annotations/consolidated-annotation/1.json", "annotations/job/lambdahooks")]
    [InlineData("s3://output/local/payload.json", "local/lambdahooks")]
    [InlineData("s3://output/payload.json", "lambdahooks")]
    public async Task WithoutOutputConfigThePayloadsOwnPlaceCounts(string payload, string folder)
    {
        bench.Put(payload, Batch);

        _ = await bench.ConsolidateRequestAsync(Bench.PostRequest($$"""{"s3Uri":"{{payload}}"}""", ""));

        Assert.NotNull(bench.Get($"s3://output/{folder}/{Sha256(Batch)}/sft.jsonl"));
    }

    [Fact]
    public async Task AnInlinePayloadWritesToThePlaceOfTheSettings()
    {
        bench.PostSettings = new PostAnnotationSettings { Output = Bench.Uri("s3://output/fallback") };

        _ = await bench.ConsolidateRequestAsync(Bench.PostRequest(Batch, ""));

        Assert.NotNull(bench.Get($"s3://output/fallback/lambdahooks/{Sha256(Batch)}/sft.jsonl"));
    }

    [Fact]
    public async Task WithoutAnyPlaceTheLabelSaysThatNoRecordsWereWrittenAndKeepsRawTextInside()
    {
        var label = (await bench.ConsolidateRequestAsync(Bench.PostRequest(Batch, "")))[0].Label;

        Assert.StartsWith("no-output-place:", label.GetProperty("records").GetProperty("problem").GetString());
        Assert.Equal(5000, label.GetProperty("rejections")[0].GetProperty("raw").GetString()!.Length);
        Assert.Empty(bench.Files("output"));
    }

    [Theory]
    [InlineData(""","kmsKeyId":"key-1" """, "key-1")]
    [InlineData(""","kmsKeyId":"" """, null)]
    [InlineData("", null)]
    public async Task TheJobsKeyIsHandedToTheStore(string more, string? key)
    {
        _ = await bench.ConsolidateAsync(Batch, Bench.PostRequest(more: more));

        var writes = bench.Store.Calls.Where(c => c.Verb == Verb.Write).ToArray();
        Assert.Equal(3, writes.Length);
        Assert.All(writes, w => Assert.Equal(key, w.KmsKeyId));
    }

    [Fact]
    public async Task AResponseStaysBelowItsLimitByMovingTheLargestLabels()
    {
        var sizes = new[] { 1_500_000, 10, 2_500_000, 1_800_000 };
        var payload = Payloads.Of([.. sizes.Select((size, i) => Payloads.Clip($"{i}", Payloads.Inline("a", Remarks(size))))]);
        bench.Put(Bench.PayloadUri, payload);

        var response = await bench.Post.HandleAsync(Encoding.UTF8.GetBytes(Bench.PostRequest()), HookContext.None);

        var labels = Bench.Labels(response);
        Assert.InRange(response.Length, 1, 5_000_000);
        Assert.Equal(["0", "1", "2", "3"], labels.Select(l => l.Id));
        Assert.Equal([false, false, true, true], labels.Select(l => l.Label.TryGetProperty("s3Uri", out _)));
        foreach (var (id, stand) in labels[2..])
        {
            Assert.Equal(["s3Uri", "sha256", "version"], stand.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal));
            var moved = bench.Get(stand.GetProperty("s3Uri").GetString()!)!;
            Assert.Equal(stand.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(moved)));
            using var label = JsonDocument.Parse(moved);
            Assert.Equal(sizes[int.Parse(id)], label.RootElement.GetProperty("clip").GetProperty("remarks").GetProperty("value").GetString()!.Length);
        }
    }

    [Fact]
    public async Task OnlyAsManyLabelsMoveAsMust()
    {
        var payload = Payloads.Of([.. Enumerable.Range(0, 3).Select(i => Payloads.Clip($"{i}", Payloads.Inline("a", Remarks(1_000_000))))]);

        var labels = await bench.ConsolidateAsync(payload);

        Assert.Equal([true, false, false], labels.Select(l => l.Label.TryGetProperty("s3Uri", out _)));
    }

    [Fact]
    public async Task LabelsSmallerThanWhatWouldStandForThemStay()
    {
        var payload = Payloads.Of([.. Enumerable.Range(0, 30_000).Select(i => Payloads.Clip($"{i}"))]);

        _ = await bench.ConsolidateAsync(payload);

        Assert.EndsWith("/batch.json", Assert.Single(bench.Store.Calls, c => c.Verb == Verb.Write).Uri.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALabelThatCannotBeMovedIsAnErrorOfItsObjectOnly()
    {
        bench.Store.Fault = (verb, uri) => verb == Verb.Write ? new StoreException(StoreFault.Denied, uri) : null;
        var payload = Payloads.Of(Payloads.Clip("0", Payloads.Inline("a", Remarks(2_600_000))), Payloads.Clip("1", Payloads.Inline("a", Remarks(10))));

        var labels = await bench.ConsolidateAsync(payload);

        Assert.Equal(["label-too-large", null], labels.Select(l => PostAnnotationHookTests.ErrorOf(l.Label)));
    }

    private static string Remarks(int length) => $$"""{"remarks":"{{new string('x', length)}}"}""";

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
