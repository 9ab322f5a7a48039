using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LambdaHooks.Hooks;

namespace LambdaHooks.Folders;

/// <summary>
/// Signed URLs for folders: <c>{base}/{bucket}/{key}?expires={seconds since 1970}&amp;signature={HMAC-SHA256 in hex}</c>. Whoever serves the
/// folders checks them with <see cref="IsValid"/>.
/// </summary>
/// <param name="baseUrl">Where the folders are served, without a slash at the end.</param>
/// <param name="key">Secret key of the signature.</param>
/// <param name="clock">The time.</param>
public sealed class FolderUrlSigner(string baseUrl, byte[] key, TimeProvider clock) : IUrlSigner
{
    /// <summary>Where folders are served on this machine, unless somebody says otherwise.</summary>
    public const string LocalUrl = "http://127.0.0.1:8080/media";

    /// <summary>A signer for runs on this machine. Its key is no secret, so it marks URLs and protects nothing.</summary>
    /// <param name="clock">The time.</param>
    /// <param name="baseUrl">Where the folders are served.</param>
    public static FolderUrlSigner ForThisMachine(TimeProvider clock, string baseUrl = LocalUrl) => new(baseUrl, "lambdahooks-local"u8.ToArray(), clock);

    /// <inheritdoc/>
    public SignedUrl SignGet(ObjectUri uri, TimeSpan lifetime)
    {
        var notAfter = DateTimeOffset.FromUnixTimeSeconds((clock.GetUtcNow() + lifetime).ToUnixTimeSeconds());
        var expires = notAfter.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var path = string.Join('/', uri.Key.Split('/').Select(Uri.EscapeDataString));
        return new SignedUrl($"{baseUrl}/{uri.Bucket}/{path}?expires={expires}&signature={Convert.ToHexStringLower(Signature(uri, expires))}", notAfter);
    }

    /// <summary>True when the signature was made here for that object and the time has not run out.</summary>
    /// <param name="uri">The object asked for.</param>
    /// <param name="expires">The query's <c>expires</c>.</param>
    /// <param name="signature">The query's <c>signature</c>.</param>
    public bool IsValid(ObjectUri uri, string expires, string signature) =>
        long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds >= clock.GetUtcNow().ToUnixTimeSeconds()
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Signature(uri, expires))), Encoding.ASCII.GetBytes(signature));

    private byte[] Signature(ObjectUri uri, string expires) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"GET\n{uri}\n{expires}"));
}
