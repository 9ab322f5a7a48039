using System.Diagnostics;
using System.Globalization;
using Amazon.Runtime;
using LambdaHooks.Aws;

[assembly: AssemblyFixture(typeof(LambdaHooks.Interop.Tests.Programs.S3Server))]

namespace LambdaHooks.Interop.Tests.Programs;

/// <summary>s3rver over an empty folder, for as long as the tests run.</summary>
public sealed class S3Server : IAsyncLifetime
{
    /// <summary>The access key it knows, and its secret.</summary>
    public const string SecretKey = "S3RVER";

    private static readonly BasicAWSCredentials Credentials = new(SecretKey, SecretKey);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("s3rver-");
    private readonly HttpClient http = new();
    private Process? process;
    private int buckets;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Waits until it listens.</summary>
    public async ValueTask InitializeAsync()
    {
        process = Node.Start("serve-s3.mjs", folder.FullName);
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
            ?? throw new InvalidOperationException($"s3rver did not start: {await process.StandardError.ReadToEndAsync()}");
        Address = new Uri($"http://127.0.0.1:{int.Parse(line, CultureInfo.InvariantCulture)}");
    }

    /// <summary>Makes a bucket that no other test uses.</summary>
    public async Task<string> NewBucketAsync()
    {
        var name = $"bucket-{Interlocked.Increment(ref buckets)}";
        using var answer = await http.PutAsync(new Uri(Address, name), null);
        answer.EnsureSuccessStatusCode();
        return name;
    }

    /// <summary>Our store over it, or over a server in front of it.</summary>
    /// <param name="address">The server in front; null for none.</param>
    /// <param name="stallLimit">How long to wait for the next byte; null for as long as usual.</param>
    internal S3ObjectStore Store(Uri? address = null, TimeSpan? stallLimit = null)
    {
        var settings = new S3Settings(address ?? Address);
        return new(stallLimit is { } limit ? settings with { StallLimit = limit } : settings, Credentials);
    }

    /// <summary>Ends it and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (process is not null)
        {
            await StopAsync(process);
            process.Dispose();
        }

        folder.Delete(recursive: true);
    }

    private static async Task StopAsync(Process process)
    {
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill();
        }
    }
}
