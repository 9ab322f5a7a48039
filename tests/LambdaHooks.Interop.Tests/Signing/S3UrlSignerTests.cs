using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using LambdaHooks.Aws;
using LambdaHooks.Hooks;
using LambdaHooks.Interop.Tests.Programs;

namespace LambdaHooks.Interop.Tests.Signing;

/// <summary>Our presigned URLs beside those of AWS's JavaScript SDK, which shares no code with the one behind ours.</summary>
public sealed partial class S3UrlSignerTests(S3Server s3)
{
    private const string Region = "eu-central-1";
    private const string AccessKey = "AKIDEXAMPLE";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string SessionToken = "FwoGZXIvYXdzEJr//////////wEaDH+x/y==";

    private static readonly Uri Endpoint = new("http://127.0.0.1:9000");

    private static readonly string[] OddKeys =
    [
        "clips/a.wav",
        "clips/with space/and  two.wav",
        "clips/Łódź-語-🎧.wav",
        "clips/2026-11-22_10:11:12+100%.json",
        "clips/%2F.wav",
        "clips/(a)!*'~@$,;=&?#.wav",
    ];

    public static TheoryData<string> Keys => [.. OddKeys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task UrlsForAwsAreThoseThatAnIndependentSdkSigns() => AssertSameAsync(null, null, "media-of-a-team", OddKeys);

    [Fact]
    public Task UrlsForAnEndpointAreThoseThatAnIndependentSdkSigns() => AssertSameAsync(Endpoint, null, "media", OddKeys);

    [Fact]
    public async Task AUrlOfASessionCarriesAndSignsItsToken()
    {
        await AssertSameAsync(null, SessionToken, "media-of-a-team", "clips/a b.wav");
        await AssertSameAsync(Endpoint, SessionToken, "media", "clips/a b.wav");
    }

    [Fact]
    public Task ABucketWithADotStaysOutOfTheHostName() => AssertSameAsync(null, null, "media.example", "clips/a.wav");

    [Fact]
    public void AUrlEndsAtTheLatestWhenTheTaskIsTold()
    {
        foreach (var lifetime in new[] { TimeSpan.FromSeconds(1), PreAnnotationSettings.DefaultUrlLifetime, PreAnnotationSettings.LongestUrlLifetime })
        {
            var before = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
            var signed = Sign(Endpoint, null, new ObjectUri("media", "a.wav"), lifetime);
            var (at, seconds) = SignedAt(signed.Url);

            Assert.InRange(signed.NotAfter, before + lifetime, before + lifetime + TimeSpan.FromSeconds(5));
            Assert.InRange(at.AddSeconds(seconds), signed.NotAfter.AddSeconds(-2), signed.NotAfter);
            Assert.InRange(seconds, 0, (int)lifetime.TotalSeconds);
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task AUrlFetchesTheObject(string key)
    {
        using var store = s3.Store();
        var uri = new ObjectUri(await s3.NewBucketAsync(), key);
        await store.WriteAsync(uri, "samples"u8.ToArray(), "audio/wav", null, Cancel);

        var signed = new S3UrlSigner(store, new S3Settings(s3.Address), TimeProvider.System).SignGet(uri, TimeSpan.FromMinutes(1));
        using var http = new HttpClient();

        Assert.Equal("samples"u8.ToArray(), await http.GetByteArrayAsync(new Uri(signed.Url), Cancel));
    }

    private static async Task AssertSameAsync(Uri? endpoint, string? sessionToken, string bucket, params string[] keys)
    {
        string[] ours = [.. keys.Select(key => Sign(endpoint, sessionToken, new ObjectUri(bucket, key), TimeSpan.FromHours(1)).Url)];
        var questions = keys.Zip(ours, (key, url) => new
        {
            region = Region,
            endpoint,
            credentials = new { accessKeyId = AccessKey, secretAccessKey = SecretKey, sessionToken },
            bucket,
            key,
            signedAt = SignedAt(url).At,
            seconds = SignedAt(url).Seconds,
        });
        var theirs = await Node.AskAsync("presign.mjs", questions, Cancel);

        Assert.Equal(theirs.Split('\n').Select(Sorted), ours.Select(Sorted));
    }

    private static SignedUrl Sign(Uri? endpoint, string? sessionToken, ObjectUri uri, TimeSpan lifetime)
    {
        var settings = new S3Settings(endpoint);
        AWSCredentials credentials = sessionToken is null ? new BasicAWSCredentials(AccessKey, SecretKey) : new SessionAWSCredentials(AccessKey, SecretKey, sessionToken);
        using var store = new S3ObjectStore(settings, credentials);
        return new S3UrlSigner(store, settings, TimeProvider.System).SignGet(uri, lifetime);
    }

    /// <summary>The SDK behind our signer takes no clock, so the other one signs for the second that ours did.</summary>
    private static (DateTimeOffset At, int Seconds) SignedAt(string url)
    {
        var at = DateTimeOffset.ParseExact(DateParameter().Match(url).Groups[1].Value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return (at, int.Parse(ExpiresParameter().Match(url).Groups[1].Value, CultureInfo.InvariantCulture));
    }

    /// <summary>Address, then the parameters one a line; their order in a URL means nothing.</summary>
    private static string Sorted(string url)
    {
        var parts = url.Split('?', 2);
        return string.Join('\n', [parts[0], .. parts[1].Split('&').Order(StringComparer.Ordinal)]);
    }

    [GeneratedRegex("[?&]X-Amz-Date=([0-9TZ]+)")]
    private static partial Regex DateParameter();

    [GeneratedRegex("[?&]X-Amz-Expires=([0-9]+)")]
    private static partial Regex ExpiresParameter();
}
