using System.Buffers.Binary;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class PeakFileTests
{
    private const int IndexBytes = PeakFile.HeadBytes + (2 * PeakFile.EntryBytes);

    private static readonly PeakPyramid Small = new(8000, 2, 35, new PeakOverview([]),
    [
        new PeakLevel(8, new short[] { -1, 2, -3, 4, -32768, 32767, 0, 0, 5, 5 }),
        new PeakLevel(32, new short[] { -32768, 32767, 5, 5 }),
    ]);

    [Fact]
    public void TheLayoutIsTheOneDocumented()
    {
        var file = PeakFile.Write(Small);

        Assert.Equal("LHPEAKS1"u8, file.AsSpan(0, 8));
        Assert.Equal((8000u, 2u, 35ul, 2u), (U32(file, 8), U32(file, 12), BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(16)), U32(file, 24)));
        Assert.Equal((8u, 5u, 60u, 0u), (U32(file, 28), U32(file, 32), U32(file, 36), U32(file, 40)));
        Assert.Equal((32u, 2u, 80u, 0u), (U32(file, 44), U32(file, 48), U32(file, 52), U32(file, 56)));
        Assert.Equal([0xFF, 0xFF, 2, 0, 0xFD, 0xFF, 4, 0, 0, 0x80, 0xFF, 0x7F], file[60..72]);
        Assert.Equal(88, file.Length);
    }

    [Fact]
    public void WhatIsWrittenIsReadBack() => AssertSame(Small, PeakFile.Read(PeakFile.Write(Small)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(70_000)]
    public async Task MadePeaksAreReadBack(int frames)
    {
        var data = new byte[frames];
        new Random(1).NextBytes(data);
        var made = await PeakMaker.MakeAsync(new MemorySource(data), new WavHeader.Readable(SampleFormat.Pcm8, 1, 8000, 0, frames, null), ScanPlan.OneCore, null, null, TestContext.Current.CancellationToken);

        AssertSame(made, PeakFile.Read(PeakFile.Write(made)));
    }

    [Fact]
    public void EveryTruncationIsRefused()
    {
        var file = PeakFile.Write(Small);
        for (var length = 0; length < file.Length; length++)
        {
            _ = Assert.Throws<InvalidDataException>(() => PeakFile.Read(file.AsSpan(0, length)));
        }
    }

    [Fact]
    public void EveryMangledByteOfMagicAndIndexIsRefused()
    {
        var file = PeakFile.Write(Small);
        foreach (var at in Enumerable.Range(0, 8).Concat(Enumerable.Range(24, IndexBytes - 24)))
        {
            for (var bit = 0; bit < 8; bit++)
            {
                byte[] mangled = [.. file];
                mangled[at] ^= (byte)(1 << bit);
                Assert.True(Record.Exception(() => PeakFile.Read(mangled)) is InvalidDataException, $"bit {bit} of byte {at}");
            }
        }
    }

    [Theory]
    [InlineData(8, 0u, "sample rate")]
    [InlineData(8, 0x80000000u, "sample rate")]
    [InlineData(12, 0u, "channels")]
    [InlineData(12, 65_536u, "channels")]
    [InlineData(16, 34_000u, "level")]
    [InlineData(20, 0x80000000u, "frames")]
    [InlineData(24, 0xFFFFFFFFu, "levels")]
    [InlineData(28, 0u, "level of 0")]
    [InlineData(28, 0xFFFFFFFFu, "level of 4294967295")]
    [InlineData(32, 0xFFFFFFFFu, "level of 8")]
    [InlineData(36, 0u, "level of 8")]
    [InlineData(40, 0xFFFFFFFFu, "level of 8")]
    public void AnImpossibleFieldIsNamed(int at, uint value, string field)
    {
        var file = PeakFile.Write(Small);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);

        var fault = Assert.Throws<InvalidDataException>(() => PeakFile.Read(file));
        Assert.StartsWith(field, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BytesBeyondTheLastLevelAreRefused() =>
        Assert.Throws<InvalidDataException>(() => PeakFile.Read([.. PeakFile.Write(Small), 0]));

    private static uint U32(byte[] file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));

    private static void AssertSame(PeakPyramid expected, PeakPyramid actual)
    {
        Assert.Equal((expected.SampleRate, expected.Channels, expected.Frames), (actual.SampleRate, actual.Channels, actual.Frames));
        Assert.Equal(expected.Levels.Select(l => l.SamplesPerPeak), actual.Levels.Select(l => l.SamplesPerPeak));
        Assert.Equal(expected.Levels.Select(l => l.Data.ToArray()), actual.Levels.Select(l => l.Data.ToArray()));
        Assert.Empty(actual.Overview.Data);
    }
}
