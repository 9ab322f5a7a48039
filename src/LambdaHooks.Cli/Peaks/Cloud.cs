using LambdaHooks.Aws;
using LambdaHooks.Hooks;

namespace LambdaHooks.Cli.Peaks;

/// <summary>S3, with this process's own rights.</summary>
internal static class Cloud
{
    public static IObjectStore Store() => new S3ObjectStore(new S3Settings(Address("AWS_ENDPOINT_URL_S3") ?? Address("AWS_ENDPOINT_URL")));

    private static Uri? Address(string name) => Variables.Read(name) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
        : throw new UsageException($"{name} must be an address that begins with http:// or https://.");
}
