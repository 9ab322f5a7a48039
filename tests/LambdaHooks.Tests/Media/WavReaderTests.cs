using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class WavReaderTests
{
    private static readonly byte[] TenSamples = new byte[20];
    private static readonly string[] Parts = ["RIFF", "fmt ", "data"];

    [Fact]
    public async Task AUsualHeaderIsReadAsItStands()
    {
        var header = await WavBytes.ReadableOf(WavBytes.Usual(TenSamples));

        Assert.Equal(new WavHeader.Readable(SampleFormat.Pcm16, 1, 16_000, 44, 10, null), header);
        Assert.Equal(625, header.Duration.Microseconds);
    }

    [Theory]
    [InlineData(1, 8, SampleFormat.Pcm8, 1)]
    [InlineData(1, 16, SampleFormat.Pcm16, 2)]
    [InlineData(1, 24, SampleFormat.Pcm24, 3)]
    [InlineData(1, 32, SampleFormat.Pcm32, 4)]
    [InlineData(3, 32, SampleFormat.Ieee32, 4)]
    public async Task EveryReadableFormatIsToldByTagAndBits(int tag, int bits, SampleFormat format, int bytesPerSample)
    {
        var header = await WavBytes.ReadableOf(WavBytes.Usual(new byte[3 * 2 * bytesPerSample], tag, channels: 2, bits: bits));

        Assert.Equal((format, bytesPerSample, 2 * bytesPerSample, 3L), (header.Format, header.BytesPerSample, header.BytesPerFrame, header.Frames));
    }

    [Theory]
    [InlineData(1, 24, 22, SampleFormat.Pcm24)]
    [InlineData(3, 32, 32, SampleFormat.Ieee32)]
    public async Task AnExtensibleHeaderSaysItsFormatInItsGuid(int subFormat, int bits, int validBits, SampleFormat format)
    {
        var file = new WavBytes().Extensible(subFormat, 2, 44_100, bits, validBits).Chunk("data", new byte[2 * bits / 8]).ToArray();

        Assert.Equal(new WavHeader.Readable(format, 2, 44_100, 68, 1, null), await WavBytes.HeaderOf(file));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(1, 12)]
    [InlineData(1, 64)]
    [InlineData(3, 64)]
    [InlineData(6, 8)]
    [InlineData(0x55, 0)]
    [InlineData(0xFFFE, 16)]
    public async Task OtherFormatsAreNamed(int tag, int bits)
    {
        var fault = Assert.IsType<WavHeader.Unreadable>(await WavBytes.HeaderOf(WavBytes.Usual(TenSamples, tag, bits: bits)));

        Assert.Equal("fmt .wFormatTag", fault.Field);
        Assert.Contains($"format {tag} with {bits} bits", fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 16_000u, "fmt .nChannels")]
    [InlineData(1, 0u, "fmt .nSamplesPerSec")]
    [InlineData(1, 0x80000000u, "fmt .nSamplesPerSec")]
    public async Task ImpossibleFieldsAreNamed(int channels, uint rate, string field) =>
        Assert.Equal(field, Assert.IsType<WavHeader.Unreadable>(await WavBytes.HeaderOf(WavBytes.Usual(TenSamples, channels: channels, rate: rate))).Field);

    [Fact]
    public async Task TheMostChannelsMakeWideFrames()
    {
        var header = await WavBytes.ReadableOf(WavBytes.Usual(new byte[2 * 65_535 * 2], channels: 65_535));

        Assert.Equal((65_535, 131_070, 2L), (header.Channels, header.BytesPerFrame, header.Frames));
    }

    [Fact]
    public async Task OddChunksBeforeTheDataArePaddedAndSkipped()
    {
        var file = new WavBytes().Chunk("JUNK", new byte[1]).Format(1, 1, 8000, 8).Chunk("LIST", new byte[27]).Chunk("data", new byte[5]).ToArray();

        Assert.Equal(new WavHeader.Readable(SampleFormat.Pcm8, 1, 8000, 90, 5, null), await WavBytes.HeaderOf(file));
    }

    [Fact]
    public async Task AFormatAfterTheDataIsFound()
    {
        var file = new WavBytes().Chunk("data", new byte[5]).Format(1, 1, 8000, 8).ToArray();

        Assert.Equal(new WavHeader.Readable(SampleFormat.Pcm8, 1, 8000, 20, 5, null), await WavBytes.HeaderOf(file));
    }

    [Fact]
    public async Task TheFirstOfTwoDataChunksCounts()
    {
        var file = new WavBytes().Chunk("data", TenSamples).Chunk("data", new byte[2]).Format(1, 1, 8000, 16).ToArray();

        Assert.Equal(10, (await WavBytes.ReadableOf(file)).Frames);
    }

    [Theory]
    [InlineData(0u, 10, "not set")]
    [InlineData(WavBytes.UnknownSize, 10, "not set")]
    [InlineData(0xFFFFFFF8u, 10, "claims 4294967288 bytes, 20 are there")]
    [InlineData(400u, 10, "claims 400 bytes, 20 are there")]
    [InlineData(20u, 10, null)]
    [InlineData(7u, 3, null)]
    [InlineData(6u, 3, null)]
    public async Task ADataSizeIsHonouredOnlyWhereItIsTrue(uint declared, long frames, string? notice)
    {
        var header = await WavBytes.ReadableOf(new WavBytes().Format(1, 1, 16_000, 16).Chunk("data", TenSamples, declared).ToArray());

        Assert.Equal((frames, 44L), (header.Frames, header.DataOffset));
        Assert.Equal(notice is null, header.Notice is null);
        Assert.Contains(notice ?? "", header.Notice ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOddTrailingByteIsNoFrame()
    {
        var file = new WavBytes().Format(1, 1, 16_000, 16).Chunk("data", TenSamples, WavBytes.UnknownSize).ToArray();

        Assert.Equal(10, (await WavBytes.ReadableOf([.. file, 1])).Frames);
    }

    [Fact]
    public async Task AnEmptyDataChunkAtTheEndHasNoFramesAndNothingOdd() =>
        Assert.Equal(new WavHeader.Readable(SampleFormat.Pcm16, 1, 16_000, 44, 0, null), await WavBytes.HeaderOf(WavBytes.Usual([])));

    [Theory]
    [InlineData(WavBytes.UnknownSize)]
    [InlineData(0xFFFFFFF8u)]
    public async Task AChunkThatClaimsToPassTheEndHidesTheData(uint declared)
    {
        var file = new WavBytes().Format(1, 1, 16_000, 16).Chunk("LIST", TenSamples, declared).Chunk("data", TenSamples).ToArray();

        Assert.Equal("data", Assert.IsType<WavHeader.Unreadable>(await WavBytes.HeaderOf(file)).Field);
    }

    [Fact]
    public async Task MissingChunksAreNamed()
    {
        var noFormat = await WavBytes.HeaderOf(new WavBytes().Chunk("data", TenSamples).ToArray());
        var noData = await WavBytes.HeaderOf(new WavBytes().Format(1, 1, 16_000, 16).ToArray());
        var shortFormat = await WavBytes.HeaderOf(new WavBytes().Chunk("fmt ", new byte[14]).Chunk("data", TenSamples).ToArray());

        Assert.Equal("fmt : there is no format chunk", noFormat.ToString());
        Assert.Equal("data: there is no data chunk", noData.ToString());
        Assert.Equal("fmt : the format chunk has 14 bytes, at least 16 are needed", shortFormat.ToString());
    }

    [Theory]
    [InlineData("RF64\0\0\0\0WAVE")]
    [InlineData("RIFX\0\0\0\0WAVE")]
    [InlineData("RIFF\0\0\0\0AVI ")]
    [InlineData("")]
    public async Task OtherContainersAreNamed(string head) =>
        Assert.Equal("RIFF", Assert.IsType<WavHeader.Unreadable>(await WavBytes.HeaderOf(System.Text.Encoding.ASCII.GetBytes(head))).Field);

    [Fact]
    public async Task EveryBeginningOfAFileHasANamedResult()
    {
        var file = new WavBytes().Chunk("JUNK", new byte[3]).Extensible(1, 2, 44_100, 24, 22).Chunk("fact", new byte[4]).Chunk("data", new byte[60]).ToArray();
        var dataOffset = file.Length - 60;
        for (var length = 0; length <= file.Length; length++)
        {
            var header = await WavBytes.HeaderOf(file[..length]);
            if (length < dataOffset)
            {
                Assert.Contains(Assert.IsType<WavHeader.Unreadable>(header).Field, Parts);
            }
            else
            {
                Assert.Equal((length - dataOffset) / 6, Assert.IsType<WavHeader.Readable>(header).Frames);
            }
        }
    }

    [Fact]
    public async Task AFileOfEndlessChunksIsGivenUp()
    {
        var file = new WavBytes().Format(1, 1, 16_000, 16);
        for (var i = 0; i < 1200; i++)
        {
            file = file.Chunk("JUNK", []);
        }

        Assert.Equal("data", Assert.IsType<WavHeader.Unreadable>(await WavBytes.HeaderOf(file.Chunk("data", TenSamples).ToArray())).Field);
    }

    [Fact]
    public async Task SixHundredChunksBeforeTheDataAreWalked()
    {
        var file = new WavBytes().Format(1, 1, 16_000, 16);
        for (var i = 0; i < 600; i++)
        {
            file = file.Chunk("JUNK", new byte[301]);
        }

        Assert.Equal(10, (await WavBytes.ReadableOf(file.Chunk("data", TenSamples).ToArray())).Frames);
    }

    [Fact]
    public async Task AFileThatShrankSinceItsLengthWasTakenHasANamedResult()
    {
        var file = WavBytes.Usual(TenSamples);
        for (var length = 0; length < 44; length++)
        {
            var header = await WavReader.ReadHeaderAsync(new MemorySource(file[..length], claimed: file.Length), TestContext.Current.CancellationToken);
            _ = Assert.IsType<WavHeader.Unreadable>(header);
        }
    }
}
