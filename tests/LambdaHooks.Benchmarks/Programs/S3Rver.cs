using System.Diagnostics;
using System.Globalization;

namespace LambdaHooks.Benchmarks.Programs;

/// <summary>s3rver over an empty folder; its package is installed with the tests that use it.</summary>
internal sealed class S3Rver : IDisposable
{
    private const string TestProject = "LambdaHooks.Interop.Tests";

    private readonly Process process;
    private readonly HttpClient http = new();

    private S3Rver(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>What its client must know.</summary>
    public IReadOnlyDictionary<string, string> Account { get; } = new Dictionary<string, string>
    {
        ["AWS_ACCESS_KEY_ID"] = "S3RVER",
        ["AWS_SECRET_ACCESS_KEY"] = "S3RVER",
        ["AWS_REGION"] = "us-east-1",
    };

    /// <summary>Starts it.</summary>
    public static async Task<S3Rver> StartAsync(string folder)
    {
        var tests = Workspace.Checkout("tests", TestProject);
        if (!Directory.Exists(Path.Combine(tests, "node_modules")))
        {
            var (exitCode, text) = await Tool.RunAsync("npm", "ci", "--prefix", tests, "--no-audit", "--no-fund");
            _ = exitCode == 0 ? 0 : throw new BenchmarkException(text);
        }

        var start = new ProcessStartInfo("node", [Path.Combine("Scripts", "serve-s3.mjs"), folder]) { WorkingDirectory = tests, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["NODE_NO_WARNINGS"] = "1";
        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync() ?? throw new BenchmarkException("s3rver did not start.");
        return new S3Rver(process, new Uri($"http://127.0.0.1:{int.Parse(port, CultureInfo.InvariantCulture)}"));
    }

    /// <summary>Puts a bucket, or a file into one.</summary>
    public async Task PutAsync(string path, string? file)
    {
        using var body = file is null ? null : new StreamContent(File.OpenRead(file));
        using var answer = await http.PutAsync(new Uri(Address, path), body);
        _ = answer.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        http.Dispose();
    }
}
