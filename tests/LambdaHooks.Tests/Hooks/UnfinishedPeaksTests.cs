using System.Text;
using System.Text.Json;
using LambdaHooks.Hooks;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Hooks;

/// <summary>A medium too long for one invocation: each goes on where the one before was cut.</summary>
public sealed class UnfinishedPeaksTests : IDisposable
{
    private const int Rate = 8000;
    private const int Frames = 40_001;
    private const int HeaderBytes = 44;

    private static readonly ObjectUri Clip = new("media", "long.wav");
    private static readonly byte[] Sound = Bench.Wav(Frames);

    private readonly MemoryStore memory = new();
    private readonly SlowStore store;
    private readonly ListLog log = new();
    private readonly CancellationTokenSource end = new();
    private readonly string whole;

    public UnfinishedPeaksTests()
    {
        memory[Clip] = Sound;
        store = new SlowStore(memory);
        whole = Run(new SlowStore(WithTheClip()), HookContext.None, false).GetAwaiter().GetResult().GetRawText();
    }

    public void Dispose() => end.Dispose();

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task ACutScanIsFinishedByTheNextInvocationAndNobodySeesTheSeam(double part)
    {
        _ = await CutAt(part);
        var read = store.BytesRead;
        var second = await Run(store, HookContext.None, false);

        Assert.Equal(whole, second.GetRawText());
        Assert.Equal(Levels(WholeMemory(), second), Levels(memory, second));
        Assert.InRange(store.BytesRead - read, 1, (int)(Sound.Length * (1 - part)) + (3 * 4096) + (64 * 1024));
    }

    [Fact]
    public async Task ACutScanShowsWhatItHasAndSaysHowFarItReaches()
    {
        var first = await CutAt(0.5);

        Assert.Equal(
            ["id", "s3Uri", "url", "notAfter", "type", "durationSeconds", "sampleRate", "channels", "peaks", "notice"],
            first.EnumerateObject().Select(m => m.Name));
        Assert.Equal(Math.Round(Frames / (decimal)Rate, 6), first.GetProperty("durationSeconds").GetDecimal());
        Assert.Matches(@"^peaks-unfinished: peaks reach up to \d+(\.\d+)? s; the rest was not ready", first.GetProperty("notice").GetString());
        Assert.InRange(Reach(first), 0.2m, 0.6m * Frames / Rate);
        Assert.Contains(log.Happenings, h => h is { Name: "medium-incomplete", Reason: "peaks-unfinished", Warning: false });
    }

    [Fact]
    public async Task UnfinishedLevelsAreWholeInShapeAndSilentWhereNothingWasRead()
    {
        var first = await CutAt(0.5);

        var (cut, made) = (PeakFile.Read(Levels(memory, first)), PeakFile.Read(Levels(WholeMemory(), await Run(new SlowStore(WithTheClip()), HookContext.None, false))));
        var done = (int)(Reach(first) * 1000) - 1;
        Assert.Equal(made.Levels.Select(l => l.Peaks), cut.Levels.Select(l => l.Peaks));
        Assert.Equal(made.Levels[0].Data[..(2 * done)].ToArray(), cut.Levels[0].Data[..(2 * done)].ToArray());
        Assert.All(cut.Levels[0].Data[(2 * (done + 2))..].ToArray(), v => Assert.Equal(0, v));
    }

    [Fact]
    public async Task AnyNumberOfCutsLeadsToTheSamePeaks()
    {
        for (var part = 0.1; part < 1; part += 0.1)
        {
            _ = await CutAt(part);
        }

        var medium = await Run(store, HookContext.None, false);
        Assert.Equal(whole, medium.GetRawText());
        Assert.Equal(Levels(WholeMemory(), medium), Levels(memory, medium));
    }

    [Fact]
    public async Task UnfinishedLevelsThatAreGoneAreMadeFromTheStart()
    {
        var first = await CutAt(0.5);
        memory[Bench.Uri(first.GetProperty("peaks").GetProperty("levels").GetString()!)] = "something else"u8.ToArray();

        Assert.Equal(whole, (await Run(store, HookContext.None, false)).GetRawText());
    }

    [Fact]
    public async Task AnInvocationWithoutAnyTimeShowsWhatTheOneBeforeKept()
    {
        var first = await CutAt(0.5);

        var second = await CutAt(0);

        Assert.Equal(first.GetProperty("peaks").GetRawText(), second.GetProperty("peaks").GetRawText());
    }

    [Fact]
    public async Task AScanThatFinishedMeanwhileIsNotReplacedByACutOne()
    {
        var medium = await Cut(async offset =>
        {
            var due = offset > Sound.Length / 2;
            if (due)
            {
                _ = await Run(new SlowStore(memory), HookContext.None, false);
            }

            return due;
        });

        Assert.Equal(whole, medium.GetRawText());
        Assert.Equal(Levels(WholeMemory(), medium), Levels(memory, medium));
    }

    [Fact]
    public async Task ACutScanThatIsEndedWhileItKeepsItsPeaksDamagesNoFinishedOnes()
    {
        store.BeforeWrite = async (uri, unused) =>
        {
            if (uri.Key.EndsWith(".levels", StringComparison.Ordinal))
            {
                _ = await Run(new SlowStore(memory), HookContext.None, false);
            }
            else
            {
                await end.CancelAsync();
            }
        };
        _ = await CutAt(0.5);

        var medium = await Run(new SlowStore(memory), HookContext.None, false);

        Assert.Equal(whole, medium.GetRawText());
        Assert.Equal(Levels(WholeMemory(), medium), Levels(memory, medium));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatCannotBeKeptCostsThePeaksAndNotTheTask(bool late)
    {
        store.BeforeWrite = async (uri, cancel) =>
        {
            if (late)
            {
                await end.CancelAsync();
            }
            else if (uri.Key.Contains("/peaks/", StringComparison.Ordinal))
            {
                throw new StoreException(StoreFault.Denied, uri);
            }
        };

        var medium = await CutAt(0.5);

        Assert.Equal("no-peaks: the zoom levels could not be kept", medium.GetProperty("reason").GetString());
        Assert.True(medium.TryGetProperty("url", out _));
        Assert.Contains(log.Happenings, h => h.Name == "peaks-not-kept" && h.Reason == (late ? "no-time" : "access-denied"));
    }

    [Fact]
    public async Task AMediumReplacedAfterTheCutBeginsAnew()
    {
        _ = await CutAt(0.5);
        memory[Clip] = Bench.Wav(Frames - 1);

        var second = await Run(store, HookContext.None, false);

        Assert.False(second.TryGetProperty("notice", out _));
        Assert.Equal(Math.Round((Frames - 1) / (decimal)Rate, 6), second.GetProperty("durationSeconds").GetDecimal());
    }

    /// <summary>Loudness needs the whole medium in one piece: a scan that was cut cannot tell it, a later invocation measures it.</summary>
    [Fact]
    public async Task LoudnessIsMeasuredOnceThePeaksAreComplete()
    {
        var first = await CutAt(0.5, loudness: true);
        var second = await Run(store, HookContext.None, true);

        Assert.False(first.TryGetProperty("loudness", out _));
        Assert.True(second.TryGetProperty("loudness", out _));
        Assert.Equal((await Run(new SlowStore(WithTheClip()), HookContext.None, true)).GetRawText(), second.GetRawText());
    }

    private Task<JsonElement> CutAt(double part, bool loudness = false) => Cut(offset => Task.FromResult(offset >= part * (Sound.Length - HeaderBytes)), loudness);

    private async Task<JsonElement> Cut(Func<long, Task<bool>> isDue, bool loudness = false)
    {
        using var cut = new CancellationTokenSource();
        store.BeforeRead = async offset =>
        {
            // The sniff of the first bytes and the header come before any scan.
            if (offset >= HeaderBytes && await isDue(offset))
            {
                await cut.CancelAsync();
            }
        };
        var medium = await Run(store, new HookContext(log, cut.Token, end.Token), loudness);
        store.BeforeRead = _ => Task.CompletedTask;
        return medium;
    }

    private static async Task<JsonElement> Run(IObjectStore store, HookContext context, bool loudness)
    {
        var settings = new PreAnnotationSettings(Bench.State, new HashSet<string> { "media" }, TimeSpan.FromMinutes(5)) { Plan = new ScanPlan(1, 4096), MeasureLoudness = loudness };
        var response = await new PreAnnotationHook(store, new PlainSigner(), settings).HandleAsync(Encoding.UTF8.GetBytes(Bench.PreRequest($$"""{"source-ref":"{{Clip}}"}""")), context);
        using var document = JsonDocument.Parse(response);
        return Bench.Media(document.RootElement.GetProperty("taskInput")).Single().Clone();
    }

    private static decimal Reach(JsonElement medium) =>
        decimal.Parse(medium.GetProperty("notice").GetString()!.Split(' ')[5], System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Levels(MemoryStore state, JsonElement medium) => state[Bench.Uri(medium.GetProperty("peaks").GetProperty("levels").GetString()!)];

    private static MemoryStore WithTheClip() => new() { [Clip] = Sound };

    private static MemoryStore WholeMemory()
    {
        var state = WithTheClip();
        _ = Run(new SlowStore(state), HookContext.None, false).GetAwaiter().GetResult();
        return state;
    }
}
