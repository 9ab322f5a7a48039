using System.Buffers.Binary;
using static LambdaHooks.Media.WaveformRules;

namespace LambdaHooks.Media;

/// <summary>Reads <c>.dat</c> files of both versions; <see cref="WaveformDatWriter"/> has the byte table.</summary>
public static class WaveformDatReader
{
    private const int FirstHeadBytes = 20;

    /// <summary>Reads a whole file.</summary>
    /// <param name="file">All of it.</param>
    /// <exception cref="InvalidDataException">Not such a file, cut short, or at odds with itself; the message names the field.</exception>
    public static Waveform Read(ReadOnlySpan<byte> file)
    {
        var head = ReadHead(file, out var fileBytes);
        Require(fileBytes == file.Length, $"length: {head.Length} peaks of {head.Rows} channels make a file of {fileBytes} bytes, and {file.Length} are there");
        var data = new short[head.Values];
        var stored = file[(file.Length - (data.Length * head.BytesPerValue))..];
        if (head.Bits == WaveformBits.Eight)
        {
            Lengthen(stored, data);
        }
        else
        {
            LittleEndian.Read(stored, data);
        }

        return new Waveform(head.SampleRate, head.SamplesPerPixel, head.Rows, head.Bits, data);
    }

    /// <summary>Reads what stands before the peaks.</summary>
    /// <param name="start">The file's first <see cref="WaveformDatWriter.HeadBytes"/>, or all of a shorter one.</param>
    /// <param name="fileBytes">How many bytes the whole file must have.</param>
    /// <exception cref="InvalidDataException">Not such a file, or a field has a value that nothing can have; the message names it.</exception>
    public static WaveformHead ReadHead(ReadOnlySpan<byte> start, out long fileBytes)
    {
        Require(start.Length >= FirstHeadBytes, $"head: the file has {start.Length} bytes, at least {FirstHeadBytes} are needed");
        var version = BinaryPrimitives.ReadInt32LittleEndian(start);
        Require(version is 1 or 2, $"version: {version} is neither 1 nor 2");
        var headBytes = version == 1 ? FirstHeadBytes : WaveformDatWriter.HeadBytes;
        Require(start.Length >= headBytes, $"head: the file has {start.Length} bytes, at least {headBytes} are needed");
        var flags = BinaryPrimitives.ReadUInt32LittleEndian(start[4..]);
        Require(flags <= WaveformDatWriter.EightBitFlag, $"flags: 0x{flags:x} holds bits that mean nothing");
        var head = new WaveformHead(
            BinaryPrimitives.ReadInt32LittleEndian(start[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(start[12..]),
            flags == WaveformDatWriter.EightBitFlag ? WaveformBits.Eight : WaveformBits.Sixteen,
            version == 1 ? 1 : BinaryPrimitives.ReadInt32LittleEndian(start[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(start[16..]));
        Check(head);
        fileBytes = headBytes + (head.Values * head.BytesPerValue);
        return head;
    }

    private static void Lengthen(ReadOnlySpan<byte> stored, Span<short> data)
    {
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = (short)(unchecked((sbyte)stored[i]) * 256);
        }
    }
}
