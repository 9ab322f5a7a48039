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
    [InlineData(3, 64, SampleFormat.Ieee64, 8)]
    [InlineData(6, 8, SampleFormat.ALaw, 1)]
    [InlineData(7, 8, SampleFormat.MuLaw, 1)]
    public async Task EveryReadableFormatIsToldByTagAndBits(int tag, int bits, SampleFormat format, int bytesPerSample)
    {
        var header = await WavBytes.ReadableOf(WavBytes.Usual(new byte[3 * 2 * bytesPerSample], tag, channels: 2, bits: bits));

        Assert.Equal((format, bytesPerSample, 2 * bytesPerSample, 3L), (header.Format, header.BytesPerSample, header.BytesPerFrame, header.Frames));
    }

    [Theory]
    [InlineData(1, 24, 22, SampleFormat.Pcm24)]
    [InlineData(1, 32, 20, SampleFormat.Pcm32)]
    [InlineData(3, 32, 32, SampleFormat.Ieee32)]
    [InlineData(3, 64, 64, SampleFormat.Ieee64)]
    [InlineData(7, 8, 8, SampleFormat.MuLaw)]
    public async Task AnExtensibleHeaderSaysItsFormatInItsGuid(int subFormat, int bits, int validBits, SampleFormat format)
    {
        var file = new WavBytes().Extensible(subFormat, 2, 44_100, bits, validBits).Chunk("data", new byte[2 * bits / 8]).ToArray();

        Assert.Equal(new WavHeader.Readable(format, 2, 44_100, 68, 1, null), await WavBytes.HeaderOf(file));
    }

    [Theory]
    [InlineData(1, 33, " (PCM)")]
    [InlineData(1, 64, " (PCM)")]
    [InlineData(3, 16, " (float)")]
    [InlineData(6, 16, " (A-law)")]
    [InlineData(0x02, 4, " (Microsoft ADPCM)")]
    [InlineData(0x11, 4, " (IMA ADPCM)")]
    [InlineData(0x31, 0, " (GSM 6.10)")]
    [InlineData(0x55, 0, " (MP3)")]
    [InlineData(0x1234, 16, "")]
    public async Task OtherFormatsAreNamedAndMayBeDecoded(int tag, int bits, string name)
    {
        var fault = Assert.IsType<WavHeader.Unreadable>(await WavBytes.HeaderOf(WavBytes.Usual(TenSamples, tag, bits: bits)));

        Assert.Equal("fmt .wFormatTag", fault.Field);
        Assert.StartsWith($"format {tag} with {bits} bits a sample{name} is not", fault.Reason, StringComparison.Ordinal);
        Assert.True(fault.MayDecode);
    }

    [Fact]
    public async Task SamplesWithoutBitsAreForNoDecoder()
    {
        var fault = Assert.IsType<WavHeader.Unreadable>(await WavBytes.HeaderOf(WavBytes.Usual(TenSamples, tag: 1, bits: 0)));

        Assert.Equal(("fmt .wFormatTag", false), (fault.Field, fault.MayDecode));
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
        var header = await WavBytes.ReadableOf(WavBytes.Usual(new byte[2 * 1024 * 8], tag: 3, channels: 1024, bits: 64));

        Assert.Equal((1024, 8192, 2L), (header.Channels, header.BytesPerFrame, header.Frames));
    }

    [Theory]
    [InlineData(1025)]
    [InlineData(65_535)]
    public async Task MoreChannelsAreAnError(int channels)
    {
        var fault = Assert.IsType<WavHeader.Unreadable>(await WavBytes.HeaderOf(WavBytes.Usual(TenSamples, channels: channels)));

        Assert.Equal($"fmt .nChannels: {channels} channels, at most 1024 are read", fault.ToString());
        Assert.False(fault.MayDecode);
    }

    /// <summary>The container decides: fewer bits lie at its top.</summary>
    [Theory]
    [InlineData(1, 8, 1, SampleFormat.Pcm8)]
    [InlineData(1, 4, 1, SampleFormat.Pcm8)]
    [InlineData(1, 12, 2, SampleFormat.Pcm16)]
    [InlineData(1, 20, 3, SampleFormat.Pcm24)]
    [InlineData(1, 20, 4, SampleFormat.Pcm32)]
    [InlineData(1, 24, 4, SampleFormat.Pcm32)]
    public async Task SamplesAreReadByTheSizeOfTheirContainer(int tag, int bits, int width, SampleFormat format)
    {
        var file = new WavBytes().Format(tag, 3, 8000, bits, blockAlign: 3 * width).Chunk("data", new byte[6 * width]).ToArray();

        Assert.Equal(new WavHeader.Readable(format, 3, 8000, 44, 2, null), await WavBytes.HeaderOf(file));
    }

    [Theory]
    [InlineData(1, 16, 5)]
    [InlineData(1, 16, 2)]
    [InlineData(1, 16, 8)]
    [InlineData(1, 8, 4)]
    [InlineData(1, 32, 16)]
    [InlineData(3, 32, 16)]
    [InlineData(7, 8, 4)]
    public async Task AFrameThatContradictsItsSamplesIsAnError(int tag, int bits, int blockAlign)
    {
        var file = new WavBytes().Format(tag, 2, 8000, bits, blockAlign).Chunk("data", TenSamples).ToArray();

        Assert.Equal($"fmt .nBlockAlign: {blockAlign} bytes a frame contradict 2 channels of {bits} bits", (await WavBytes.HeaderOf(file)).ToString());
    }

    [Fact]
    public async Task AFrameOfNoBytesIsTakenFromItsSamplesAndToldOf()
    {
        var header = await WavBytes.ReadableOf(new WavBytes().Format(1, 2, 8000, 16, blockAlign: 0).Chunk("data", TenSamples).ToArray());

        Assert.Equal((4, 5L, "the bytes of a frame are not set and follow from the bits of a sample"), (header.BytesPerFrame, header.Frames, header.Notice));
    }

    [Fact]
    public async Task AnUnusualSubFormatIsToldOf()
    {
        var file = new WavBytes().Extensible(1, 1, 8000, 16, 16, tail: new byte[14]).Chunk("data", TenSamples).ToArray();

        Assert.Contains("sub-format", (await WavBytes.ReadableOf(file)).Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingSubFormatIsAnError() =>
        Assert.StartsWith("fmt .SubFormat: ", (await WavBytes.HeaderOf(WavBytes.Usual(TenSamples, tag: 0xFFFE))).ToString(), StringComparison.Ordinal);

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
        var between = new WavBytes().Chunk("data", TenSamples).Chunk("data", new byte[2]).Format(1, 1, 8000, 16).ToArray();
        var after = new WavBytes().Format(1, 1, 8000, 16).Chunk("data", TenSamples).Chunk("LIST", new byte[7]).Chunk("data", new byte[2]).ToArray();

        foreach (var file in new[] { between, after })
        {
            var header = await WavBytes.ReadableOf(file);
            Assert.Equal((10, "there is more than one data chunk; the first is used"), (header.Frames, header.Notice));
        }
    }

    [Fact]
    public async Task ChunksOfRecordersAndTaggersAreSkipped()
    {
        var file = new WavBytes().Chunk("bext", new byte[603]).Chunk("JUNK", new byte[28]).Chunk("PAD ", new byte[70_001]).Format(1, 1, 8000, 16)
            .Chunk("cue ", new byte[4]).Chunk("id3 ", new byte[11]).Chunk("data", TenSamples).Chunk("LIST", new byte[27]).Chunk("\0\u00e9\u0001~", new byte[3]).ToArray();

        var header = await WavBytes.ReadableOf(file);
        Assert.Equal((10, null), (header.Frames, header.Notice));
    }

    /// <summary>A size of 65 bytes begins with an A, so that both places have a name: the known one counts.</summary>
    [Theory]
    [InlineData(65)]
    [InlineData(27)]
    public async Task AForgottenPadByteIsNoHindrance(int size)
    {
        var forgotten = new WavBytes().Chunk("LIST", new byte[27], pads: false).Chunk("JUNK", new byte[size], pads: false).Format(1, 1, 8000, 16)
            .Chunk("LIST", new byte[size], pads: false).Chunk("data", TenSamples).ToArray();

        Assert.Equal((10, null), ((await WavBytes.ReadableOf(forgotten)).Frames, (await WavBytes.ReadableOf(forgotten)).Notice));
    }

    [Theory]
    [InlineData(0u, 10, "not set")]
    [InlineData(WavBytes.UnknownSize, 10, "not set")]
    [InlineData(21u, 10, "claims 21 bytes, 20 are there")]
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
    public async Task APartOfAFrameIsLeftOutAndToldOf()
    {
        var file = new WavBytes().Format(1, 4, 16_000, 16).Chunk("data", new byte[8 + 7]).ToArray();

        Assert.Equal((1L, "the last 7 bytes are no whole frame and are left out"), ((await WavBytes.ReadableOf(file)).Frames, (await WavBytes.ReadableOf(file)).Notice));
    }

    [Fact]
    public async Task ALargeClaimInASmallFileIsToldOfThoughThereAreNoFrames()
    {
        var header = await WavBytes.ReadableOf(new WavBytes().Format(1, 1, 16_000, 16).Chunk("data", [], declared: 1_000_000_000).ToArray());

        Assert.Equal((0L, "the data chunk claims 1000000000 bytes, 0 are there"), (header.Frames, header.Notice));
    }

    [Fact]
    public async Task AnEmptyDataChunkBeforeItsFormatIsEmpty()
    {
        var header = await WavBytes.ReadableOf(new WavBytes().Chunk("data", []).Format(1, 1, 16_000, 16).ToArray());

        Assert.Equal((0L, null), (header.Frames, header.Notice));
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

        var fault = Assert.IsType<WavHeader.Unreadable>(await WavBytes.HeaderOf(file));
        Assert.Equal("data", fault.Field);
        Assert.Equal(declared == WavBytes.UnknownSize, fault.Reason.Contains("LIST at byte 36 does not say how long it is", StringComparison.Ordinal));
    }

    [Fact]
    public async Task BigEndianFilesMayBeDecoded() =>
        Assert.True(Assert.IsType<WavHeader.Unreadable>(await WavBytes.HeaderOf([.. "RIFX\0\0\0\0WAVE"u8])).MayDecode);

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
    [InlineData("RF64\0\0\0\0AVI ")]
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

    /// <summary>Each is a read of its own, and a network makes each of those a request.</summary>
    [Theory]
    [InlineData(63, null)]
    [InlineData(64, "fmt : there is no format chunk among the first 64 chunks; given up behind JUNK at byte 6295980, after 64 reads")]
    public async Task ChunksThatLieFarApartAreWalkedUpToSixtyFour(int junk, string? fault)
    {
        var file = new WavBytes();
        for (var i = 0; i < junk; i++)
        {
            file = file.Chunk("JUNK", new byte[99_928]);
        }

        var header = await WavBytes.HeaderOf(file.Format(1, 1, 16_000, 16).Chunk("data", TenSamples).ToArray());

        Assert.Equal(fault, (header as WavHeader.Unreadable)?.ToString());
        Assert.Equal(fault is null ? 10 : null, (header as WavHeader.Readable)?.Frames);
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
