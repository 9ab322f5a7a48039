namespace LambdaHooks.Hooks;

/// <summary>Makes URLs that let a browser read one object for a while.</summary>
public interface IUrlSigner
{
    /// <summary>A URL for GET, signed now.</summary>
    /// <param name="uri">Which object.</param>
    /// <param name="lifetime">How long it may work; over 0 and at most 7 days.</param>
    SignedUrl SignGet(ObjectUri uri, TimeSpan lifetime);
}

/// <summary>A signed URL. It is a secret while it works, so it is never logged.</summary>
/// <param name="Url">The URL.</param>
/// <param name="NotAfter">It works at the latest until then; credentials that end sooner end it too.</param>
public sealed record SignedUrl(string Url, DateTimeOffset NotAfter)
{
    /// <summary>Everything but the secret.</summary>
    public override string ToString() => $"(signed until {NotAfter:u})";
}
