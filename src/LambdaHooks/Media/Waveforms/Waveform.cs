using System.Runtime.InteropServices;

namespace LambdaHooks.Media;

/// <summary>Peaks as a waveform file holds them.</summary>
/// <param name="SampleRate">Frames a second of the medium, 1 or more.</param>
/// <param name="SamplesPerPixel">Frames behind one peak, 1 or more; the last peak may have fewer.</param>
/// <param name="Rows">Pairs in a peak: 1 for a mix, else one for each channel.</param>
/// <param name="Bits">How many bits were kept; values of eight were multiplied by 256 when they were read.</param>
/// <param name="Data">For each peak and each of its rows, minimum and maximum, 16-bit.</param>
public sealed record Waveform(int SampleRate, int SamplesPerPixel, int Rows, WaveformBits Bits, ReadOnlyMemory<short> Data)
{
    /// <summary>Most bytes of a file that is read: 1 GiB.</summary>
    public const long MostBytes = 1L << 30;

    private const int ValuesAtATime = 1 << 16;

    /// <summary>Number of peaks.</summary>
    public int Length => Data.Length / (2 * Rows);

    /// <summary>Reads a waveform file of either kind: <c>.dat</c>, or JSON where the text begins with a brace.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="InvalidDataException">It is neither, cut short, or at odds with itself; the message names the field.</exception>
    public static Waveform Read(ReadOnlySpan<byte> file) =>
        WaveformJsonReader.IsJson(file) ? WaveformJsonReader.Read(file) : WaveformDatReader.Read(file);

    /// <summary>Hands the peaks to whoever writes them. How many frames the last peak has is not kept, so it counts as full.</summary>
    /// <param name="sink">Where they go.</param>
    /// <param name="cancel">Ends the writing.</param>
    public async Task SendAsync(IPeakSink sink, CancellationToken cancel)
    {
        await sink.BeginAsync(new PeakHead(SampleRate, SamplesPerPixel, Rows, Length, (long)Length * SamplesPerPixel), cancel).ConfigureAwait(false);
        for (var at = 0; at < Data.Length; at += ValuesAtATime)
        {
            await sink.AddAsync(Data.Slice(at, Math.Min(ValuesAtATime, Data.Length - at)), cancel).ConfigureAwait(false);
        }

        await sink.EndAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>True where both hold the same peaks.</summary>
    public bool Equals(Waveform? other) =>
        other is not null
        && (SampleRate, SamplesPerPixel, Rows, Bits) == (other.SampleRate, other.SamplesPerPixel, other.Rows, other.Bits)
        && Data.Span.SequenceEqual(other.Data.Span);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add((SampleRate, SamplesPerPixel, Rows, Bits));
        hash.AddBytes(MemoryMarshal.AsBytes(Data.Span));
        return hash.ToHashCode();
    }
}
