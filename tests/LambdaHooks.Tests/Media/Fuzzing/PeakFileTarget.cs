using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>Files of zoom levels: refused by name, or read and written again as they were.</summary>
internal static class PeakFileTarget
{
    /// <summary>The levels, the same again as a file, and a little for each of the index's entries.</summary>
    private const int BytesPerByte = 8;

    private const int Little = 16 * 1024;

    public static FuzzOutcome Run(FuzzCase one) => new(ComplaintOf(one.Bytes), 2 * (Little + ((long)BytesPerByte * one.Bytes.Length)));

    private static string? ComplaintOf(byte[] file)
    {
        try
        {
            return PeakFile.Write(PeakFile.Read(file)).AsSpan().SequenceEqual(file) ? null : "read, but written otherwise";
        }
        catch (InvalidDataException e)
        {
            return e.Message.Contains(": ", StringComparison.Ordinal) ? null : $"no field in '{e.Message}'";
        }
    }
}
