using System.Text.Json;
using LambdaHooks.Tests.Hooks;
using LambdaHooks.Tests.Media.Fuzzing;

namespace LambdaHooks.Tests.Media;

/// <summary>Files made to do harm, through the pre-annotation hook: each becomes a task whose reason names the field.</summary>
public sealed class HostileMediaTests : IDisposable
{
    private const string Clip = "s3://media/hostile.wav";
    private const string Line = $$"""{"source-ref":"{{Clip}}"}""";
    private const long Unknown = uint.MaxValue;
    private const long TwoGigabytes = 2L << 30;

    private readonly Bench bench = new();

    /// <summary>What each file is, and the field that must be named.</summary>
    public static TheoryData<string, string> Files => new()
    {
        { "a gigabyte that is 44 bytes", "data" },
        { "RF64 that claims 2^63 frames", "ds64.dataSize" },
        { "65,535 channels", "fmt .nChannels" },
        { "0 channels", "fmt .nChannels" },
        { "0 frames a second", "fmt .nSamplesPerSec" },
        { "more frames a second than a number holds", "fmt .nSamplesPerSec" },
        { "0 bits a sample", "fmt .wFormatTag" },
        { "a format chunk of 2 bytes", "fmt " },
        { "text", "RIFF" },
        { "four bytes", "RIFF" },
        { "a RIFF of no sound", "RIFF" },
        { "a chunk of 4 GB before the format", "fmt " },
        { "lists ten thousand deep", "fmt " },
        { "only a format", "data" },
        { "only samples", "fmt " },
    };

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public async Task AHostileFileBecomesATaskThatNamesTheField(string what, string field)
    {
        bench.Put(Clip, FileOf(what));

        AssertNames(await bench.PrepareMediumAsync(Line), field);
    }

    /// <summary>A decoder, or the worker's browser, may know it.</summary>
    [Fact]
    public async Task ACodecNobodyKnowsIsNamedAndKeepsItsUrl()
    {
        bench.Put(Clip, FileOf("a codec nobody knows"));

        var medium = await bench.PrepareMediumAsync(Line);
        Assert.StartsWith("no-peaks: no decoder is configured, and fmt .wFormatTag: format 16962 ", ReasonOf(medium), StringComparison.Ordinal);
        Assert.True(medium.TryGetProperty("url", out _));
    }

    [Fact]
    public async Task WhatAFileClaimsInsteadOfSamplesIsTold()
    {
        bench.Put(Clip, FileOf("a gigabyte that is 44 bytes"));

        Assert.Contains("1000000000 bytes", ReasonOf(await bench.PrepareMediumAsync(Line)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoBytesAtAllBecomeATaskThatSaysSo()
    {
        bench.Put(Clip, []);

        Assert.StartsWith("empty-object: ", ReasonOf(await bench.PrepareMediumAsync(Line)), StringComparison.Ordinal);
    }

    /// <summary>Chunks of no size, one after the other: the walk gives up, after a read or two.</summary>
    [Fact]
    public async Task TwoGigabytesOfEmptyChunksAreGivenUpSoon()
    {
        bench.PutSparse(Clip, TwoGigabytes, (0, Riff().ToArray()));

        AssertNames(await bench.PrepareMediumAsync(Line), "fmt ");
        Assert.InRange(bench.Store.Count(Verb.Read, Bench.Uri(Clip)), 1, 5);
    }

    /// <summary>Chunks too far apart to be read together cost a read each, and there is a limit to that.</summary>
    [Fact]
    public async Task ThousandsOfFarChunksAreGivenUpInTime()
    {
        const int far = 128 * 1024;
        var chunk = new ByteText().Ascii("JUNK").U32(far - 8).ToArray();
        var chunks = Enumerable.Range(0, 5000).Select(i => (12L + ((long)i * far), chunk));
        bench.PutSparse(Clip, TwoGigabytes, [(0L, Riff().ToArray()), .. chunks]);

        var medium = await bench.PrepareMediumAsync(Line);

        AssertNames(medium, "fmt ");
        Assert.EndsWith("there is no format chunk among the first 64 chunks; given up behind JUNK at byte 8257548, after 64 reads", ReasonOf(medium), StringComparison.Ordinal);
        Assert.InRange(bench.Store.Count(Verb.Read, Bench.Uri(Clip)), 64, 70);
    }

    private static void AssertNames(JsonElement medium, string field)
    {
        Assert.StartsWith($"not-decodable: {field}: ", ReasonOf(medium), StringComparison.Ordinal);
        Assert.False(medium.TryGetProperty("url", out _));
        Assert.False(medium.TryGetProperty("peaks", out _));
    }

    private static string ReasonOf(JsonElement medium) => medium.GetProperty("reason").GetString()!;

    private static byte[] FileOf(string what) => (what switch
    {
        "a gigabyte that is 44 bytes" => Riff().Chunk("fmt ", Format()).Chunk("data", [], 1_000_000_000),
        "RF64 that claims 2^63 frames" => new ByteText().Ascii("RF64").U32(Unknown).Ascii("WAVE")
            .Chunk("ds64", new ByteText().U64(ulong.MaxValue).U64(ulong.MaxValue - 1).U64(1UL << 63).U32(0).ToArray())
            .Chunk("fmt ", Format()).Chunk("data", [], Unknown),
        "65,535 channels" => Riff().Chunk("fmt ", Format(channels: 65_535)).Chunk("data", new byte[1000]),
        "0 channels" => Riff().Chunk("fmt ", Format(channels: 0)).Chunk("data", new byte[1000]),
        "0 frames a second" => Riff().Chunk("fmt ", Format(rate: 0)).Chunk("data", new byte[1000]),
        "more frames a second than a number holds" => Riff().Chunk("fmt ", Format(rate: 0x8000_0000)).Chunk("data", new byte[1000]),
        "0 bits a sample" => Riff().Chunk("fmt ", Format(bits: 0)).Chunk("data", new byte[1000]),
        "a codec nobody knows" => Riff().Chunk("fmt ", Format(tag: 0x4242)).Chunk("data", new byte[1000]),
        "a format chunk of 2 bytes" => Riff().Chunk("fmt ", [1, 0]).Chunk("data", new byte[1000]),
        "text" => new ByteText().Ascii("Nothing to hear.\n"),
        "four bytes" => new ByteText().Ascii("RIFF"),
        "a RIFF of no sound" => new ByteText().Ascii("RIFF").U32(100).Ascii("AVI ").Chunk("LIST", new byte[100]),
        "a chunk of 4 GB before the format" => Riff().Chunk("JUNK", [], Unknown).Chunk("fmt ", Format()).Chunk("data", new byte[1000]),
        "lists ten thousand deep" => Lists(10_000),
        "only a format" => Riff().Chunk("fmt ", Format()),
        "only samples" => Riff().Chunk("data", new byte[1000]),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "There is no such file."),
    }).ToArray();

    private static ByteText Riff() => new ByteText().Ascii("RIFF").U32(Unknown).Ascii("WAVE");

    private static byte[] Format(int tag = 1, int channels = 1, long rate = 16_000, int bits = 16) =>
        new ByteText().U16(tag).U16(channels).U32(rate).U32(rate * 2).U16(channels * 2).U16(bits).ToArray();

    /// <summary>Each list is all that is in the one around it.</summary>
    private static ByteText Lists(int depth)
    {
        const int head = 12;
        var file = Riff();
        for (var i = depth; i > 0; i--)
        {
            _ = file.Ascii("LIST").U32((i * head) - 8).Ascii("INFO");
        }

        return file;
    }
}
