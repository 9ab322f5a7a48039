using System.Security.Cryptography;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>Reads labels wherever they lie.</summary>
/// <param name="store">Where spilled labels lie.</param>
public sealed class LabelLoader(IObjectStore store)
{
    private const long MostLabelBytes = 256 << 20;

    /// <summary>The label; null where the JSON is none of ours.</summary>
    /// <param name="utf8">The label's JSON, as it stands in a response or an output manifest.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="StoreException">A spilled label cannot be read.</exception>
    /// <exception cref="HookException">A spilled label is not what was written.</exception>
    public async Task<LabelWire?> LoadAsync(ReadOnlyMemory<byte> utf8, CancellationToken cancel)
    {
        var label = LabelReader.Read(utf8.Span, out var spilled);
        if (spilled is null)
        {
            return label;
        }

        var bytes = ObjectUri.TryParse(spilled.S3Uri, out var uri)
            ? await store.ReadAllAsync(uri, MostLabelBytes, cancel).ConfigureAwait(false)
            : throw new HookException("s3Uri", "a spilled label must name s3://bucket/key");
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == spilled.Sha256
            ? LabelReader.Read(bytes, out _)
            : throw new HookException("sha256", $"the label at {uri} is not the one that was written");
    }
}
