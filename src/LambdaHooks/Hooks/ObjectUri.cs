using System.Diagnostics.CodeAnalysis;

namespace LambdaHooks.Hooks;

/// <summary>The place of an object: <c>s3://bucket/key</c>.</summary>
/// <remarks>The key is taken as it stands, without decoding: object keys may hold any character.</remarks>
/// <param name="Bucket">3 to 63 of <c>a-z 0-9 . -</c>.</param>
/// <param name="Key">Not empty; no part of it is <c>.</c> or <c>..</c>.</param>
public sealed record ObjectUri(string Bucket, string Key)
{
    private const string Scheme = "s3://";

    /// <summary>Reads a place; false where the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ObjectUri? uri)
    {
        uri = null;
        if (text is null || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var slash = text.IndexOf('/', Scheme.Length);
        if (slash > 0 && IsBucket(text[Scheme.Length..slash]) && IsKey(text[(slash + 1)..]))
        {
            uri = new ObjectUri(text[Scheme.Length..slash], text[(slash + 1)..]);
        }

        return uri is not null;
    }

    /// <summary>True for names S3 accepts for a bucket.</summary>
    public static bool IsBucket(string name) =>
        name.Length is >= 3 and <= 63 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');

    /// <summary>The object below this one's key; at the top of the bucket where the key is empty.</summary>
    /// <param name="path">Further key, without a slash in front.</param>
    public ObjectUri Append(string path) => this with { Key = Key.Length == 0 ? path : $"{Key.TrimEnd('/')}/{path}" };

    /// <summary><c>s3://bucket/key</c>.</summary>
    public override string ToString() => $"{Scheme}{Bucket}/{Key}";

    private static bool IsKey(string key) =>
        key.Length is > 0 and <= 1024 && !key.Contains('\0') && !key.Split('/').Any(part => part is "." or "..");
}
