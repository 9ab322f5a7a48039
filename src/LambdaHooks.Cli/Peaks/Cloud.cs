using LambdaHooks.Aws;
using LambdaHooks.Hooks;

namespace LambdaHooks.Cli.Peaks;

/// <summary>S3, with this process's own rights.</summary>
internal static class Cloud
{
    public static IObjectStore Store() => new S3ObjectStore(new S3Settings(Address("AWS_ENDPOINT_URL_S3") ?? Address("AWS_ENDPOINT_URL")));

    private static Uri? Address(string name)
    {
#pragma warning disable RS0030 // A composition root: the one place of this program that reads the environment.
        var text = Environment.GetEnvironmentVariable(name);
#pragma warning restore RS0030
        return string.IsNullOrWhiteSpace(text) ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
            : throw new UsageException($"{name} must be an address that begins with http:// or https://.");
    }
}
