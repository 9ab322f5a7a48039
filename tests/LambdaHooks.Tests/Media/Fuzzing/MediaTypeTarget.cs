using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>What a medium is, by its first bytes or its name.</summary>
internal static class MediaTypeTarget
{
    private const int Little = 4096;

    public static FuzzOutcome Run(FuzzCase one)
    {
        var head = one.Bytes.AsSpan(0, Math.Min(one.Bytes.Length, MediaType.SniffedBytes));
        var type = MediaType.Of(head, one.Name);
        var isWav = head.Length >= 12 && head[..4].SequenceEqual("RIFF"u8) && head[8..12].SequenceEqual("WAVE"u8);
        return new FuzzOutcome(isWav && type != MediaType.Wav ? $"{type} for a RIFF WAVE file" : null, Little);
    }
}
