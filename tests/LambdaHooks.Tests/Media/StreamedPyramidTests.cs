using System.Runtime.InteropServices;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class StreamedPyramidTests
{
    [Theory]
    [InlineData(1, 8000, 0)]
    [InlineData(1, 8000, 1)]
    [InlineData(2, 44_100, 1999)]
    [InlineData(2, 44_100, 100_001)]
    [InlineData(6, 48_000, 250_000)]
    public async Task ADecodersOutputGivesThePeaksOfAFile(int channels, int rate, int frames)
    {
        var data = RandomBytes(frames * channels * 2);
        var file = WavBytes.Usual(data, 1, channels, (uint)rate, 16);
        var expected = await PeakMaker.MakeAsync(new MemorySource(file), await WavBytes.ReadableOf(file), ScanPlan.OneCore, null, null, TestContext.Current.CancellationToken);
        var made = await PeakMaker.MakeAsync(new MemoryStream(file), null, TestContext.Current.CancellationToken);

        Assert.Equal(PeakFile.Write(expected), PeakFile.Write(made!.Pyramid));
        Assert.Equal(expected.Overview.Data, made.Pyramid.Overview.Data);
    }

    /// <summary>What a decoder writes to a pipe: no sizes, because it cannot go back to fill them in.</summary>
    [Fact]
    public async Task UnsetSizesMeanUntilTheEnd()
    {
        var data = RandomBytes(2000);
        var file = new WavBytes().Format(1, 1, 8000, 16).Chunk("LIST", new byte[26]).Chunk("data", data, WavBytes.UnknownSize).ToArray();
        var made = await PeakMaker.MakeAsync(new MemoryStream(file), null, TestContext.Current.CancellationToken);

        Assert.Equal(1000, made!.Pyramid.Frames);
        Assert.Equal(MemoryMarshal.Cast<byte, short>(data).ToArray().Min(), made.Pyramid.Levels[^1].Data.ToArray().Min());
    }

    [Fact]
    public async Task AStreamThatEndsBeforeItsHeaderSaysIsUsedAndTold()
    {
        var file = WavBytes.Usual(RandomBytes(2000), 1, 1, 8000, 16);
        var made = await PeakMaker.MakeAsync(new MemoryStream(file[..1044]), null, TestContext.Current.CancellationToken);

        Assert.Equal((500, "the data chunk claims 1000 frames, 500 are there; those are used"), (made!.Pyramid.Frames, made.Notice));
    }

    [Fact]
    public async Task NoByteIsNoSound() => Assert.Null(await PeakMaker.MakeAsync(new MemoryStream(), null, TestContext.Current.CancellationToken));

    [Fact]
    public async Task WhatIsNoWavIsNamed()
    {
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => PeakMaker.MakeAsync(new MemoryStream("ID3 and more"u8.ToArray()), null, TestContext.Current.CancellationToken));
        Assert.StartsWith("RIFF: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AListenerHearsEveryFrameInOrderFromFileAndStream()
    {
        var data = RandomBytes(90_000);
        var file = WavBytes.Usual(data, 1, 3, 8000, 16);
        var (fromFile, fromStream) = (new Recorder(), new Recorder());
        _ = await PeakMaker.MakeAsync(new MemorySource(file), await WavBytes.ReadableOf(file), new ScanPlan(4, 1000), null, fromFile, TestContext.Current.CancellationToken);
        _ = await PeakMaker.MakeAsync(new MemoryStream(file), fromStream, TestContext.Current.CancellationToken);

        Assert.Equal(MemoryMarshal.Cast<byte, short>(data).ToArray(), fromFile.Heard);
        Assert.Equal(fromFile.Heard, fromStream.Heard);
        Assert.Equal((8000, 3), fromFile.Format);
    }

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    private sealed class Recorder : IFrameListener
    {
        public List<short> Heard { get; } = [];

        public (int, int) Format { get; private set; }

        public void Begin(int sampleRate, int channels) => Format = (sampleRate, channels);

        public void Add(ReadOnlySpan<short> interleaved) => Heard.AddRange(interleaved);
    }
}
