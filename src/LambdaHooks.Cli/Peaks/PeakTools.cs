using LambdaHooks.Hooks;
using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>What the command works with; tests give their own.</summary>
internal sealed class PeakTools
{
    /// <summary>Scans WAV files.</summary>
    public IPeakScanner Scanner { get; init; } = new PeakScanner();

    /// <summary>What decodes other media, by the path of its program; null to look for one.</summary>
    public Func<string?, IMediaDecoder> Decoder { get; init; } = Decoders.At;

    /// <summary>The store of <c>s3://</c>. Called only where one is named.</summary>
    public Func<IObjectStore> Store { get; init; } = Cloud.Store;

    /// <summary>Standard input.</summary>
    public Func<Stream> Input { get; init; } = Console.OpenStandardInput;

    /// <summary>Standard output.</summary>
    public Func<Stream> Output { get; init; } = Console.OpenStandardOutput;
}
