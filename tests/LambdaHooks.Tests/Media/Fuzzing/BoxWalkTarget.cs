using LambdaHooks.Ffmpeg;

namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>The order of an MP4 file's boxes: found or not, within a few reads, and never thrown about.</summary>
internal static class BoxWalkTarget
{
    private const int MostReads = 64;

    /// <summary>One block of 64 KiB, and what awaiting it may take.</summary>
    private const long MostBytes = 72 * 1024;

    public static FuzzOutcome Run(FuzzCase one)
    {
        var source = one.Open();
        var tablesComeFirst = BoxWalk.TablesComeFirstAsync(source, CancellationToken.None).GetAwaiter().GetResult();
        return new FuzzOutcome(
            source.Reads > MostReads ? $"{source.Reads} reads for the order of boxes"
            : tablesComeFirst && one.Bytes.AsSpan().IndexOf("moov"u8) < 0 ? "tables where there are none"
            : null,
            2 * MostBytes);
    }
}
