using System.Buffers.Binary;
using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>Samples without a header, and what a header would say.</summary>
/// <param name="SampleRate">Frames a second, 1 or more.</param>
/// <param name="Channels">1 to 65,535.</param>
/// <param name="Format">How a sample is stored.</param>
internal sealed record RawSound(int SampleRate, int Channels, SampleFormat Format)
{
    public const string FormatNames = "u8, s16le, s24le, s32le, f32le or f64le";

    private const int FloatTag = 3;

    public static SampleFormat? FormatNamed(string name) => name switch
    {
        "u8" => SampleFormat.Pcm8,
        "s16le" => SampleFormat.Pcm16,
        "s24le" => SampleFormat.Pcm24,
        "s32le" => SampleFormat.Pcm32,
        "f32le" => SampleFormat.Ieee32,
        "f64le" => SampleFormat.Ieee64,
        _ => null,
    };

    /// <summary>The header of a file of nothing but samples. Bytes after the last whole frame are left out.</summary>
    public WavHeader.Readable HeaderOf(long bytes)
    {
        var header = new WavHeader.Readable(Format, Channels, SampleRate, 0, 0, null);
        return header with { Frames = bytes / header.BytesPerFrame };
    }

    /// <summary>The start of a WAV file of unknown length, for samples that come through a pipe.</summary>
    public byte[] WavStart()
    {
        var width = Format.Bytes();
        var wav = new byte[44];
        "RIFF"u8.CopyTo(wav);
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(4), uint.MaxValue);
        "WAVEfmt "u8.CopyTo(wav.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(wav.AsSpan(20), Format is SampleFormat.Ieee32 or SampleFormat.Ieee64 ? (ushort)FloatTag : (ushort)1);
        BinaryPrimitives.WriteUInt16LittleEndian(wav.AsSpan(22), (ushort)Channels);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(24), SampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(28), unchecked((uint)(SampleRate * width * Channels)));
        BinaryPrimitives.WriteUInt16LittleEndian(wav.AsSpan(32), unchecked((ushort)(width * Channels)));
        BinaryPrimitives.WriteUInt16LittleEndian(wav.AsSpan(34), (ushort)(8 * width));
        "data"u8.CopyTo(wav.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(40), uint.MaxValue);
        return wav;
    }
}
