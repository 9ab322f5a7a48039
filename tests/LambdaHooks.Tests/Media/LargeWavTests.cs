using System.Buffers.Binary;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>RF64, BW64 and Wave64: sizes of 64 bits.</summary>
public class LargeWavTests
{
    private const long FiveGigabytes = 5_000_000_000;

    private static readonly string[] Parts = ["RIFF", "ds64", "fmt ", "data"];

    [Theory]
    [InlineData("RF64")]
    [InlineData("BW64")]
    public async Task FiveGigabytesAreReadInOneRead(string container)
    {
        var head = Rf64(FiveGigabytes, container: container);
        var source = new SparseSource(head, head.Length + FiveGigabytes);

        Assert.Equal(new WavHeader.Readable(SampleFormat.Pcm16, 2, 48_000, 80, FiveGigabytes / 4, null), await HeaderOf(source));
        Assert.Equal([0], source.Reads);
    }

    [Fact]
    public async Task FiveGigabytesOfWave64AreReadInOneRead()
    {
        var head = new Wave64Bytes().Format(1, 2, 48_000, 16).Chunk("data", [], 24 + FiveGigabytes).ToArray();
        var source = new SparseSource(head, head.Length + FiveGigabytes);

        Assert.Equal(new WavHeader.Readable(SampleFormat.Pcm16, 2, 48_000, 104, FiveGigabytes / 4, null), await HeaderOf(source));
        Assert.Equal([0], source.Reads);
    }

    [Fact]
    public async Task ChunksBeyondFourGigabytesCostOneReadEach()
    {
        var head = new WavBytes("RF64").Chunk("ds64", Sizes(4, [("JUNK", FiveGigabytes)])).Chunk("JUNK", [], WavBytes.UnknownSize).ToArray();
        var tail = new WavBytes().Format(1, 2, 48_000, 16).Chunk("data", new byte[4], WavBytes.UnknownSize).Chunk("data", []).ToArray()[12..];
        var source = new SparseSource(head, head.Length + FiveGigabytes + tail.Length, tail);

        Assert.Equal(
            new WavHeader.Readable(SampleFormat.Pcm16, 2, 48_000, head.Length + FiveGigabytes + 32, 1, "there is more than one data chunk; the first is used"),
            await HeaderOf(source));
        Assert.Equal([0, head.Length + FiveGigabytes], source.Reads);
    }

    [Fact]
    public async Task DataBeforeItsFormatArePassedByTheirLargeSize()
    {
        var head = Rf64(FiveGigabytes)[..^32];
        var format = new WavBytes().Format(1, 2, 48_000, 16).ToArray()[12..];
        byte[] file = [.. head, .. "data"u8, 255, 255, 255, 255];
        var source = new SparseSource(file, file.Length + FiveGigabytes + format.Length, format);

        Assert.Equal(new WavHeader.Readable(SampleFormat.Pcm16, 2, 48_000, 56, FiveGigabytes / 4, null), await HeaderOf(source));
        Assert.Equal(2, source.Reads.Count);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(ulong.MaxValue)]
    public async Task ALargeSizeThatIsNotSetMeansToTheEnd(ulong size)
    {
        var header = Assert.IsType<WavHeader.Readable>(await HeaderOf(new MemorySource([.. Rf64(unchecked((long)size)), .. new byte[400]])));

        Assert.Equal((100L, "the data size is not set; samples are read to the end of the file"), (header.Frames, header.Notice));
    }

    [Theory]
    [InlineData(0x8000_0000_0000_0000UL)]
    [InlineData(0xFFFF_FFFF_FFFF_FFFEUL)]
    public async Task ALargeSizeBeyondAllFilesIsAnError(ulong size) =>
        Assert.Equal($"ds64.dataSize: {size} bytes are more than any file holds", (await HeaderOf(new MemorySource(Rf64(unchecked((long)size))))).ToString());

    [Theory]
    [InlineData(20)]
    [InlineData(4_000_000_000_000_000_000)]
    [InlineData(long.MaxValue)]
    public async Task ALargeSizeBeyondTheFileIsToldOf(long size)
    {
        var header = Assert.IsType<WavHeader.Readable>(await HeaderOf(new MemorySource([.. Rf64(size), .. new byte[16]])));

        Assert.Equal((4L, $"the data chunk claims {size} bytes, 16 are there; those are used"), (header.Frames, header.Notice));
    }

    [Theory]
    [InlineData(12u, 3)]
    [InlineData(0u, 5)]
    public async Task ASmallSizeInALargeFileCountsWhereItIsSet(uint size, long frames)
    {
        var file = new WavBytes("RF64").Chunk("ds64", Sizes(20)).Format(1, 2, 48_000, 16).Chunk("data", new byte[20], size).ToArray();

        Assert.Equal(frames, Assert.IsType<WavHeader.Readable>(await HeaderOf(new MemorySource(file))).Frames);
    }

    [Fact]
    public async Task ALargeFileWithoutLargeSizesIsReadToItsEnd()
    {
        var file = new WavBytes("RF64").Format(1, 2, 48_000, 16).Chunk("data", new byte[20], WavBytes.UnknownSize).ToArray();

        Assert.Equal(5, Assert.IsType<WavHeader.Readable>(await HeaderOf(new MemorySource(file))).Frames);
    }

    [Fact]
    public async Task AChunkOfSizesThatIsTooShortIsAnError() =>
        Assert.Equal("ds64: the chunk of sizes has 23 bytes, at least 24 are needed", (await HeaderOf(new MemorySource(new WavBytes("RF64").Chunk("ds64", new byte[23]).ToArray()))).ToString());

    [Fact]
    public async Task AChunkWhoseEndNoNumberHoldsIsNamed()
    {
        var large = new WavBytes("RF64").Chunk("ds64", Sizes(4, [("LIST", long.MaxValue - 50)])).Chunk("LIST", [], WavBytes.UnknownSize).ToArray();
        var missing = new WavBytes("RF64").Chunk("ds64", Sizes(4)).Chunk("LIST", [], WavBytes.UnknownSize).ToArray();
        var wave64 = new Wave64Bytes().Chunk("LIST", [], unchecked((long)0xFFFF_FFFF_FFFF_FFF0)).ToArray();
        var small = new Wave64Bytes().Chunk("LIST", [], 23).ToArray();

        Assert.Equal($"LIST: {long.MaxValue - 50} bytes are more than any file holds", (await HeaderOf(new MemorySource(large))).ToString());
        Assert.Equal("fmt : there is no format chunk: LIST at byte 48 does not say how long it is", (await HeaderOf(new MemorySource(missing))).ToString());
        Assert.Equal("LIST: 18446744073709551576 bytes are more than any file holds", (await HeaderOf(new MemorySource(wave64))).ToString());
        Assert.Equal("fmt : there is no format chunk: LIST at byte 40 does not say how long it is", (await HeaderOf(new MemorySource(small))).ToString());
    }

    [Fact]
    public async Task ATableThatClaimsMoreThanItHasCostsNothing()
    {
        var sizes = Sizes(8, [("JUNK", 2)]);
        BinaryPrimitives.WriteUInt32LittleEndian(sizes.AsSpan(24), uint.MaxValue);
        var file = new WavBytes("RF64").Chunk("ds64", sizes).Chunk("JUNK", new byte[2], WavBytes.UnknownSize).Format(1, 2, 48_000, 16).Chunk("data", new byte[8]).ToArray();

        Assert.Equal(2, Assert.IsType<WavHeader.Readable>(await HeaderOf(new MemorySource(file))).Frames);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(24)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public async Task AWave64SizeThatIsNotSetMeansToTheEnd(long size)
    {
        var file = new Wave64Bytes().Chunk("junk", new byte[3]).Format(3, 1, 48_000, 32).Chunk("data", new byte[16], size).ToArray();

        Assert.Equal(4, Assert.IsType<WavHeader.Readable>(await HeaderOf(new MemorySource(file))).Frames);
    }

    [Fact]
    public async Task EveryBeginningOfALargeFileHasANamedResult()
    {
        byte[][] files =
        [
            [.. Rf64(60), .. new byte[60]],
            new Wave64Bytes().Chunk("bext", new byte[5]).Format(1, 2, 48_000, 16).Chunk("data", new byte[60]).ToArray()[..^4],
        ];
        foreach (var file in files)
        {
            for (var length = 0; length <= file.Length; length++)
            {
                var header = await HeaderOf(new MemorySource(file[..length]));
                Assert.True(header is WavHeader.Readable ? length >= file.Length - 60 : Parts.Contains(((WavHeader.Unreadable)header).Field), header.ToString());
            }
        }
    }

    private static Task<WavHeader> HeaderOf(IByteSource source) => WavReader.ReadHeaderAsync(source, TestContext.Current.CancellationToken);

    /// <summary>80 bytes: ds64, a stereo format of 16 bits, and a data chunk that refers to ds64.</summary>
    private static byte[] Rf64(long dataSize, string container = "RF64") =>
        new WavBytes(container).Chunk("ds64", Sizes(dataSize)).Format(1, 2, 48_000, 16).Chunk("data", [], WavBytes.UnknownSize).ToArray();

    private static byte[] Sizes(long dataSize, (string Name, long Size)[]? table = null)
    {
        var body = new byte[28 + (12 * (table?.Length ?? 0))];
        BinaryPrimitives.WriteInt64LittleEndian(body.AsSpan(8), dataSize);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(24), table?.Length ?? 0);
        for (var i = 0; i < table?.Length; i++)
        {
            System.Text.Encoding.ASCII.GetBytes(table[i].Name).CopyTo(body, 28 + (12 * i));
            BinaryPrimitives.WriteInt64LittleEndian(body.AsSpan(32 + (12 * i)), table[i].Size);
        }

        return body;
    }
}
