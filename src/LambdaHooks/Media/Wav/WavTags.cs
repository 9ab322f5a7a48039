namespace LambdaHooks.Media;

/// <summary>The numbers that say how sound is stored in a WAV file.</summary>
/// <remarks>Source: Microsoft's <c>mmreg.h</c>; IANA's registry of WAVE codecs (RFC 2361).</remarks>
internal static class WavTags
{
    /// <summary>The tag that says: look for the real one in the sub-format.</summary>
    public const int Extensible = 0xFFFE;

    /// <summary>How samples of so many bits are stored; null where it is not read here.</summary>
    public static SampleFormat? FormatOf(int tag, int bits) => (tag, bits) switch
    {
        (1, >= 1 and <= 8) => SampleFormat.Pcm8,
        (1, > 8 and <= 16) => SampleFormat.Pcm16,
        (1, > 16 and <= 24) => SampleFormat.Pcm24,
        (1, > 24 and <= 32) => SampleFormat.Pcm32,
        (3, 32) => SampleFormat.Ieee32,
        (3, 64) => SampleFormat.Ieee64,
        (6, 8) => SampleFormat.ALaw,
        (7, 8) => SampleFormat.MuLaw,
        _ => null,
    };

    /// <summary>Says which format is not read here, by name where it has one.</summary>
    public static WavHeader.Unreadable NotRead(int tag, int bits) =>
        new("fmt .wFormatTag", $"format {tag} with {bits} bits a sample{(NameOf(tag) is { } name ? $" ({name})" : "")} is not one of PCM up to 32, float 32 and 64, A-law and µ-law")
        {
            // Samples without bits are no format at all, whoever reads them.
            MayDecode = bits > 0 || tag is not (1 or 3),
        };

    private static string? NameOf(int tag) => tag switch
    {
        0x0001 => "PCM",
        0x0002 => "Microsoft ADPCM",
        0x0003 => "float",
        0x0006 => "A-law",
        0x0007 => "µ-law",
        0x0011 => "IMA ADPCM",
        0x0022 => "TrueSpeech",
        0x0031 => "GSM 6.10",
        0x0040 => "G.721 ADPCM",
        0x0042 => "G.723.1",
        0x0045 or 0x0064 => "G.726 ADPCM",
        0x0050 => "MPEG audio",
        0x0055 => "MP3",
        0x0083 => "G.729",
        0x00FF or 0x1600 => "AAC",
        0x0161 or 0x0162 or 0x0163 => "Windows Media Audio",
        0x2000 => "AC-3",
        0x2001 => "DTS",
        0x674F or 0x6750 or 0x6751 or 0x676F or 0x6770 or 0x6771 => "Ogg Vorbis",
        0x704F => "Opus",
        0xF1AC => "FLAC",
        _ => null,
    };
}
