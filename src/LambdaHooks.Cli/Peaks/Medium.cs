using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>A medium, as what its first bytes show it to be.</summary>
internal abstract record Medium
{
    private Medium()
    {
    }

    /// <summary>Samples that can be read anywhere.</summary>
    /// <param name="Source">The file.</param>
    /// <param name="Header">Where its samples lie.</param>
    internal sealed record Samples(IByteSource Source, WavHeader.Readable Header) : Medium;

    /// <summary>Sound that has to be decoded.</summary>
    /// <param name="Source">The file.</param>
    /// <param name="Type">What it is.</param>
    internal sealed record Coded(IByteSource Source, MediaType Type) : Medium;

    /// <summary>A WAV file as it comes.</summary>
    /// <param name="Wav">From its start.</param>
    /// <param name="IsRaw">True where its header was made here, so that nothing about it is odd.</param>
    internal sealed record Flow(Stream Wav, bool IsRaw) : Medium;

    /// <summary>Peaks that were made before.</summary>
    internal sealed record Peaks(IByteSource Source) : Medium;
}
