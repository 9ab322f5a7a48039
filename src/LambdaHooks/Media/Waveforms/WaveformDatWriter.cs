using System.Buffers.Binary;

namespace LambdaHooks.Media;

/// <summary>
/// Writes peaks as a <c>.dat</c> file, which audiowaveform writes and peaks.js and waveform-data.js read: version 1 for one row,
/// version 2 for several.
/// </summary>
/// <remarks>
/// Source: audiowaveform's <c>DataFormat.md</c> and what the program writes, which differ: with several rows the data begins at 24.
/// Little-endian.
/// <code>
/// offset  type       field
///      0  i32        version: 1 or 2
///      4  u32        flags: bit 0 set for 8-bit data
///      8  i32        sample rate, frames a second
///     12  i32        samples per pixel: frames behind one peak
///     16  u32        length: peaks
///     20  i32        channels: rows; version 2 only
/// 20, 24  i8 or i16  minimum and maximum of each row of each peak
/// </code>
/// </remarks>
/// <param name="output">Where the file goes; left open.</param>
/// <param name="bits">Bits of a value.</param>
public sealed class WaveformDatWriter(Stream output, WaveformBits bits) : IPeakSink
{
    /// <summary>Bytes before the data of version 2, the longer head.</summary>
    public const int HeadBytes = 24;

    internal const uint EightBitFlag = 1;

    private readonly WaveformOutput bytes = new(output);
    private WaveformTally tally;

    /// <inheritdoc/>
    /// <exception cref="PeakOptionsException">There are more peaks than the format can count.</exception>
    public ValueTask BeginAsync(PeakHead head, CancellationToken cancel)
    {
        if (head.Peaks > uint.MaxValue)
        {
            throw new PeakOptionsException($"samples per pixel: {head.SamplesPerPeak} gives {head.Peaks} peaks, and a .dat file holds at most {uint.MaxValue}");
        }

        tally = new WaveformTally(head);
        WriteHead(head);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask AddAsync(ReadOnlyMemory<short> pairs, CancellationToken cancel)
    {
        tally.Add(pairs.Length);
        while (pairs.Length > 0)
        {
            pairs = pairs[Write(pairs.Span)..];
            if (pairs.Length > 0)
            {
                await bytes.FlushAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask EndAsync(CancellationToken cancel)
    {
        tally.End();
        return bytes.FlushAsync(cancel);
    }

    private void WriteHead(PeakHead head)
    {
        Span<byte> file = stackalloc byte[HeadBytes];
        BinaryPrimitives.WriteInt32LittleEndian(file, head.Rows == 1 ? 1 : 2);
        BinaryPrimitives.WriteUInt32LittleEndian(file[4..], bits == WaveformBits.Eight ? EightBitFlag : 0);
        BinaryPrimitives.WriteInt32LittleEndian(file[8..], head.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(file[12..], head.SamplesPerPeak);
        BinaryPrimitives.WriteUInt32LittleEndian(file[16..], (uint)head.Peaks);
        BinaryPrimitives.WriteInt32LittleEndian(file[20..], head.Rows);
        bytes.Write(file[..(head.Rows == 1 ? HeadBytes - sizeof(int) : HeadBytes)]);
    }

    /// <summary>Writes as many values as there is room for.</summary>
    private int Write(ReadOnlySpan<short> values)
    {
        var width = bits == WaveformBits.Eight ? 1 : sizeof(short);
        var target = bytes.Free;
        var count = Math.Min(values.Length, target.Length / width);
        if (bits == WaveformBits.Eight)
        {
            Shorten(values[..count], target);
        }
        else
        {
            _ = LittleEndian.Write(values[..count], target);
        }

        bytes.Advance(count * width);
        return count;
    }

    private static void Shorten(ReadOnlySpan<short> values, Span<byte> target)
    {
        for (var i = 0; i < values.Length; i++)
        {
            target[i] = unchecked((byte)(values[i] / 256));
        }
    }
}
