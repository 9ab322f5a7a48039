using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>The head of a file that was written for wavesurfer: refused by name, or one that a file can have.</summary>
internal static class WavesurferTarget
{
    private const long MostBytes = 16 * 1024;

    public static FuzzOutcome Run(FuzzCase one) => new(ComplaintOf(one.Bytes.AsSpan(0, Math.Min(one.Bytes.Length, WavesurferJsonReader.HeadBytes))), 2 * MostBytes);

    private static string? ComplaintOf(ReadOnlySpan<byte> start)
    {
        try
        {
            return WaveformTarget.ComplaintOf(WavesurferJsonReader.ReadHead(start));
        }
        catch (InvalidDataException e)
        {
            return WaveformTarget.ComplaintOf(e);
        }
    }
}
