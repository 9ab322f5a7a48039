using LambdaHooks.Ffmpeg.Tests.Making;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg.Tests;

/// <summary>How runs end, and what is left of them.</summary>
public sealed class EndingTests : IDisposable
{
    private readonly MediaFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <remarks>From version 7 on ffmpeg ends with the low byte of its own error number: 183 is "invalid data", 234 "invalid argument".</remarks>
    [Theory]
    [InlineData(1)]
    [InlineData(183)]
    [InlineData(234)]
    public async Task AnExitCodeAboveEverySignalIsNoCrash(int exitCode) => Assert.Equal(
        "not-decodable: moov: the box that says where the samples lie is missing", await FaultAsync($"echo '[error] moov atom not found' >&2; exit {exitCode}"));

    [Theory]
    [InlineData("kill -SEGV $$", "not-decodable: media data: the decoder crashed on it")]
    [InlineData("kill -ABRT $$", "not-decodable: media data: the decoder crashed on it")]
    [InlineData("kill -KILL $$", "decode-limit: cpu time or memory: the system ended the decoder")]
    [InlineData("exit 255", "not-decodable: media data: the decoder crashed on it")]
    public async Task ASignalIsACrashOrALimit(string end, string fault) => Assert.Equal(fault, await FaultAsync(end));

    [Fact]
    public async Task ThePipeIsClosedWithTheRun()
    {
        var run = await ProgramRun.StartAsync(Fake("exit 1"), [], new PipedInput(new MemorySource([1])), new FfmpegSettings(), TestContext.Current.CancellationToken);
        var output = run.Output;

        await run.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => output.ReadByte());
    }

    [Fact]
    public async Task AReaderThatFailsUnexpectedlyIsHeard()
    {
        using var thread = new OutputThread(new Unreadable(), 0);

        await Assert.ThrowsAsync<NotSupportedException>(() => thread.FillAsync(new byte[1]).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WhoWaitsForAThreadThatIsToEndIsAnswered()
    {
        for (var i = 0; i < 200; i++)
        {
            var thread = new OutputThread(Stream.Null, 0);
            var filled = thread.FillAsync(new byte[1]);
            thread.Dispose();

            Assert.Equal(0, await filled.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"streams\": [")]
    public async Task WhatIsSaidAboutAPictureMayBeNoJson(string said)
    {
        var ffmpeg = Fake("exit 0");
        _ = FakeProgram.Write(folder.Below("ffprobe"), $"echo '[info] ffprobe version 7.1 Copyright' >&2; printf '%s' '{said}'");
        var decoder = new FfmpegDecoder(new FfmpegSettings { Path = ffmpeg, SearchPath = Decoded.Settings.SearchPath });

        var fault = await Assert.ThrowsAsync<DecodeException>(() =>
            decoder.LookAsync(new MemorySource([1]), MediaType.Of([], "a.webm")!, TestContext.Current.CancellationToken));
        Assert.StartsWith("not-decodable: picture: ", fault.Message, StringComparison.Ordinal);
    }

    private string Fake(string end) => FakeProgram.Write(folder.Below("ffmpeg"), $"echo '[info] ffmpeg version 7.1 Copyright' >&2; {end}");

    private async Task<string> FaultAsync(string end)
    {
        var program = Fake(end);
        return (await Assert.ThrowsAsync<DecodeException>(() =>
            Decoded.OfAsync(new MemorySource([1]), MediaType.Of([], "a.aac")!, new FfmpegSettings { Path = program, SearchPath = Decoded.Settings.SearchPath }))).Message;
    }

    private sealed class Unreadable : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new NotSupportedException();
    }
}
