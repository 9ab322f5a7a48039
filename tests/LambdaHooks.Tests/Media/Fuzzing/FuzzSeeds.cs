using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>Small sound files of every kind that is read, or looked at, here: what damaged ones are made from.</summary>
internal static class FuzzSeeds
{
    private const int Pcm = 1;
    private const int Float = 3;
    private const int ALaw = 6;
    private const int MuLaw = 7;
    private const int Extensible = 0xFFFE;
    private const long Unknown = uint.MaxValue;

    private static readonly byte[] GuidTail = [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];
    private static readonly byte[] W64Riff = [.. "riff"u8, 0x2E, 0x91, 0xCF, 0x11, 0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00];
    private static readonly byte[] W64Tail = [0xF3, 0xAC, 0xD3, 0x11, 0x8C, 0xD1, 0x00, 0xC0, 0x4F, 0x8E, 0xDB, 0x8A];

    /// <summary>The files; their order is part of what a number stands for.</summary>
    public static IReadOnlyList<byte[]> All { get; } =
    [
        Riff().Chunk("fmt ", Format(Pcm, 1, 8000, 8)).Chunk("data", Samples(801)).ToArray(),
        Riff().Chunk("fmt ", Format(Pcm, 1, 16_000, 16)).Chunk("data", Samples(3200)).ToArray(),
        Riff().Chunk("fmt ", Format(Pcm, 2, 44_100, 16)).Chunk("data", Samples(1764)).ToArray(),
        Riff().Chunk("fmt ", Extended(Pcm, 2, 44_100, 24)).Chunk("fact", new byte[4]).Chunk("data", Samples(1200)).ToArray(),
        Riff().Chunk("fmt ", Format(Pcm, 1, 48_000, 32)).Chunk("data", Samples(800)).ToArray(),
        Riff().Chunk("fmt ", Extended(Float, 6, 48_000, 32)).Chunk("fact", new byte[4]).Chunk("LIST", Info()).Chunk("data", Floats(240)).ToArray(),
        Riff().Chunk("fmt ", [.. Format(Float, 1, 96_000, 64), 0, 0]).Chunk("data", Samples(1600)).ToArray(),
        Riff().Chunk("fmt ", [.. Format(ALaw, 1, 8000, 8), 0, 0]).Chunk("fact", new byte[4]).Chunk("data", Samples(800)).ToArray(),
        Riff().Chunk("fmt ", [.. Format(MuLaw, 2, 8000, 8), 0, 0]).Chunk("fact", new byte[4]).Chunk("data", Samples(800)).ToArray(),
        Riff(Unknown).Chunk("fmt ", Format(Pcm, 1, 22_050, 16)).Chunk("LIST", Info()).Chunk("data", Samples(2000), Unknown).ToArray(),
        Riff().Chunk("bext", new byte[603]).Chunk("data", Samples(200)).Chunk("fmt ", Format(Pcm, 1, 16_000, 16)).ToArray(),
        Riff(0).Chunk("fmt ", Format(Pcm, 1, 16_000, 16)).Chunk("data", Samples(200), 0).ToArray(),
        Rf64(),
        W64(),
        Dat(version: 1, channels: 1, bits: 8),
        Dat(version: 1, channels: 1, bits: 16),
        Dat(version: 2, channels: 2, bits: 8),
        Dat(version: 2, channels: 2, bits: 16),
        Json(channels: 1, bits: 8),
        Json(channels: 2, bits: 16),
        Wavesurfer(),
        PeakFile.Write(new PeakPyramid(16_000, 1, 3200, new PeakOverview([]), [Level(16, 200), Level(64, 50)])),
        PeakFile.Write(new PeakPyramid(44_100, 2, 882, new PeakOverview([]), [Level(44, 21)])),
        Mp4(),
        Mp4OfLateTables(),
        new ByteText().Ascii("ID3").Raw(4, 0, 0, 0, 0, 0, 0, 0xFF, 0xFB, 0x90, 0x00).Raw(Samples(400)).ToArray(),
        new ByteText().Ascii("fLaC").Raw(0x80, 0, 0, 34).Raw(Samples(34)).ToArray(),
        new ByteText().Ascii("Text that somebody called a sound.\n").ToArray(),
        [],
    ];

    private static ByteText Riff(long size = 4096) => new ByteText().Ascii("RIFF").U32(size).Ascii("WAVE");

    private static byte[] Format(int tag, int channels, int rate, int bits)
    {
        var frame = channels * bits / 8;
        return new ByteText().U16(tag).U16(channels).U32(rate).U32((long)rate * frame).U16(frame).U16(bits).ToArray();
    }

    private static byte[] Extended(int tag, int channels, int rate, int bits) =>
        new ByteText().Raw(Format(Extensible, channels, rate, bits)).U16(22).U16(bits).U32((1 << channels) - 1).U16(tag).Raw(GuidTail).ToArray();

    private static byte[] Info() => new ByteText().Ascii("INFO").Chunk("ISFT", "a program\0"u8).ToArray();

    private static byte[] Rf64() => new ByteText().Ascii("RF64").U32(Unknown).Ascii("WAVE")
        .Chunk("ds64", new ByteText().U64(1000).U64(800).U64(400).U32(0).ToArray())
        .Chunk("fmt ", Format(Pcm, 1, 16_000, 16))
        .Chunk("data", Samples(800), Unknown).ToArray();

    /// <summary>Sony's Wave64: GUIDs for names, 64-bit lengths that count the 24 bytes before, and parts at multiples of 8.</summary>
    private static byte[] W64()
    {
        var data = Samples(800);
        return new ByteText().Raw(W64Riff).U64((ulong)(40 + 40 + 24 + data.Length)).Ascii("wave").Raw(W64Tail)
            .Ascii("fmt ").Raw(W64Tail).U64(24 + 16).Raw(Format(Pcm, 1, 16_000, 16))
            .Ascii("data").Raw(W64Tail).U64((ulong)(24 + data.Length)).Raw(data).ToArray();
    }

    private static byte[] Dat(int version, int channels, int bits)
    {
        const int peaks = 100;
        var head = new ByteText().U32(version).U32(bits == 8 ? 1 : 0).U32(16_000).U32(256).U32(peaks);
        return (version == 2 ? head.U32(channels) : head).Raw(Samples(peaks * channels * 2 * bits / 8)).ToArray();
    }

    private static byte[] Json(int channels, int bits)
    {
        const int peaks = 50;
        var data = Samples(peaks * channels * 2).Select(b => (b - 128) * (bits == 8 ? 1 : 256));
        return new ByteText().Ascii($$"""{"version":2,"channels":{{channels}},"sample_rate":16000,"samples_per_pixel":256,"bits":{{bits}},"length":{{peaks}},"data":[{{string.Join(',', data)}}]}""").Ascii("\n").ToArray();
    }

    private static byte[] Wavesurfer() =>
        new ByteText().Ascii("""{"version":1,"channels":1,"sampleRate":8000,"samplesPerPeak":4,"bits":8,"length":3,"duration":0.00125,"peaks":[[0.008,0.992,0],[0,-1,0]]}""").Ascii("\n").ToArray();

    /// <summary>Samples before their tables, in a box whose size has 64 bits.</summary>
    private static byte[] Mp4OfLateTables() => new ByteText().Box("ftyp", "isom\0\0\u0002\0isommp42"u8)
        .Raw(0, 0, 0, 1).Ascii("wide").Raw(0, 0, 0, 0, 0, 0, 0, 24).Raw(new byte[8])
        .Box("mdat", Samples(200)).Box("moov", new byte[100]).ToArray();

    private static byte[] Mp4()
    {
        var track = new ByteText().Box("tkhd", new byte[84]).Box("mdia", new ByteText().Box("mdhd", new byte[24]).Box("hdlr", [.. new byte[8], .. "soun"u8, .. new byte[13]]).ToArray()).ToArray();
        var movie = new ByteText().Box("mvhd", new byte[100]).Box("trak", track).ToArray();
        return new ByteText().Box("ftyp", "isom\0\0\u0002\0isommp42"u8).Box("moov", movie).Box("free").Box("mdat", Samples(200)).ToArray();
    }

    private static PeakLevel Level(int samplesPerPeak, int peaks) => new(samplesPerPeak, Enumerable.Range(0, 2 * peaks).Select(i => (short)(i % 2 == 0 ? -i : i)).ToArray());

    private static byte[] Samples(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    /// <summary>Some in range, some beyond it, and those that are no numbers.</summary>
    private static byte[] Floats(int count)
    {
        float[] odd = [0.5f, -0.25f, 1, -1, 1.5f, -1e30f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon];
        return [.. Enumerable.Range(0, count).SelectMany(i => BitConverter.GetBytes(odd[i % odd.Length]))];
    }
}
