using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>Headers from sources that can only be read forward, and whose length nobody knows.</summary>
public class ForwardWavTests
{
    [Theory]
    [InlineData(0u)]
    [InlineData(WavBytes.UnknownSize)]
    public async Task FramesAreNotKnownWhereNeitherSourceNorHeaderTells(uint declared)
    {
        var (header, _) = await Open(new WavBytes().Format(1, 2, 8000, 24).Chunk("data", new byte[60], declared).ToArray());

        Assert.Equal((false, long.MaxValue / 6, 44L), (header.FramesKnown, header.Frames, header.DataOffset));
        Assert.Null(header.Notice);
        Assert.InRange(header.Duration.Microseconds, 0, long.MaxValue);
    }

    [Fact]
    public async Task ASizeInTheHeaderIsTaken()
    {
        var (header, _) = await Open(new WavBytes().Format(1, 1, 8000, 16).Chunk("data", new byte[60]).Chunk("data", new byte[2]).ToArray());

        Assert.Equal(new WavHeader.Readable(SampleFormat.Pcm16, 1, 8000, 44, 30, null), header);
    }

    /// <summary>Sizes about those where a header, or the body of one, lies across the border of a block.</summary>
    [Fact]
    public async Task SamplesCanBeHadFromWhereTheyBeginWhereverThatIs()
    {
        for (var before = (64 * 1024) - 80; before < (64 * 1024) + 10; before++)
        {
            await AssertSamplesFollow(before);
        }

        await AssertSamplesFollow(500_001);
    }

    [Fact]
    public async Task DataBeforeTheirFormatAreAnError()
    {
        var file = new WavBytes().Chunk("data", new byte[4]).Format(1, 1, 8000, 16).ToArray();
        var header = await WavReader.ReadHeaderAsync(new PipedSource(file), TestContext.Current.CancellationToken);

        Assert.Equal("data: the samples come before their format, and this source is only read forward", header.ToString());
    }

    [Fact]
    public async Task EveryBeginningOfAPipeHasANamedResult()
    {
        var file = new WavBytes().Chunk("JUNK", new byte[3]).Format(1, 1, 8000, 16).Chunk("data", []).ToArray();
        for (var length = 0; length < file.Length; length++)
        {
            Assert.IsType<WavHeader.Unreadable>(await WavReader.ReadHeaderAsync(new PipedSource(file[..length]), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task LargeFilesAndWave64ComeThroughAPipe()
    {
        var sizes = new byte[28];
        BitConverter.GetBytes(-1L).CopyTo(sizes, 8);
        var large = await Open(new WavBytes("RF64").Chunk("ds64", sizes).Format(1, 1, 8000, 16).Chunk("data", [], WavBytes.UnknownSize).ToArray());
        var wave64 = await Open(new Wave64Bytes().Format(1, 1, 8000, 16).Chunk("data", [], long.MaxValue).ToArray());
        var claimed = await Open(new Wave64Bytes().Format(1, 1, 8000, 16).Chunk("data", [], long.MaxValue - 1).ToArray());

        Assert.False(large.Header.FramesKnown);
        Assert.False(wave64.Header.FramesKnown);
        Assert.Equal((true, (long.MaxValue - 25) / 2), (claimed.Header.FramesKnown, claimed.Header.Frames));
    }

    private static async Task AssertSamplesFollow(int before)
    {
        byte[] samples = [.. Enumerable.Range(0, 200_000).Select(i => (byte)((i * 31 >> 3) & 255))];
        var file = new WavBytes().Chunk("JUNK", new byte[before]).Format(1, 1, 8000, 8).Chunk("data", samples, WavBytes.UnknownSize).ToArray();
        var source = new PipedSource(file);
        var opening = await WavReader.OpenAsync(source, TestContext.Current.CancellationToken);
        var offset = Assert.IsType<WavHeader.Readable>(opening.Header).DataOffset;

        var rest = new byte[1000];
        var read = await source.ReadAsync(offset + opening.Ahead.Length, rest, TestContext.Current.CancellationToken);
        Assert.Equal(1000, read);
        Assert.True(samples.AsSpan().StartsWith<byte>([.. opening.Ahead.Span, .. rest]));
        Assert.Equal(file.Length - samples.Length, offset);
    }

    private static async Task<(WavHeader.Readable Header, ReadOnlyMemory<byte> Ahead)> Open(byte[] file)
    {
        var opening = await WavReader.OpenAsync(new PipedSource(file), TestContext.Current.CancellationToken);
        return (Assert.IsType<WavHeader.Readable>(opening.Header), opening.Ahead);
    }
}
