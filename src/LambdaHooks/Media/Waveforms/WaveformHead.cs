namespace LambdaHooks.Media;

/// <summary>What stands before the peaks of a waveform file.</summary>
/// <param name="SampleRate">Frames a second of the medium, 1 or more.</param>
/// <param name="SamplesPerPixel">Frames behind one peak, 1 or more.</param>
/// <param name="Bits">Bits of a value.</param>
/// <param name="Rows">Pairs in a peak: 1 for a mix, else one for each channel.</param>
/// <param name="Length">Peaks.</param>
public sealed record WaveformHead(int SampleRate, int SamplesPerPixel, WaveformBits Bits, int Rows, long Length)
{
    /// <summary>Most pairs in a peak: as many as a WAV file can have channels.</summary>
    public const int MostRows = ushort.MaxValue;

    /// <summary>Values behind the head: minimum and maximum of each row of each peak.</summary>
    public long Values => 2 * Length * Rows;

    /// <summary>Bytes of a value in a <c>.dat</c> file: 1 or 2.</summary>
    public int BytesPerValue => Bits == WaveformBits.Eight ? 1 : 2;
}
