using static LambdaHooks.Media.WaveformRules;

namespace LambdaHooks.Media;

/// <summary>Reads the head of what <see cref="WavesurferJsonWriter"/> wrote, to tell with which settings.</summary>
public static class WavesurferJsonReader
{
    /// <summary>Bytes from the start of a file that hold its head.</summary>
    public const int HeadBytes = 128;

    private static readonly string[] Names = ["version", "channels", "sampleRate", "samplesPerPeak", "bits", "length"];

    /// <summary>Reads the members that stand before the duration.</summary>
    /// <param name="start">The file's first <see cref="HeadBytes"/>, or all of a shorter one.</param>
    /// <exception cref="InvalidDataException">Not such a file; the message names the member.</exception>
    public static WaveformHead ReadHead(ReadOnlySpan<byte> start)
    {
        var text = new WaveformText(start);
        text.Take('{');
        Span<long> values = stackalloc long[Names.Length];
        for (var i = 0; i < Names.Length; i++)
        {
            Require(System.Text.Ascii.Equals(text.Name(), Names[i]), $"{Names[i]}: is not where it must be");
            values[i] = text.Number(Names[i]);
            text.Take(',');
        }

        Require(values[0] == 1, $"version: {values[0]} is not 1");
        Require(values[4] is 8 or 16, $"bits: {values[4]} is neither 8 nor 16");
        var head = new WaveformHead(
            WaveformMembers.Whole(Names[2], values[2]), WaveformMembers.Whole(Names[3], values[3]), (WaveformBits)values[4], WaveformMembers.Whole(Names[1], values[1]), values[5]);
        Check(head);
        return head;
    }
}
