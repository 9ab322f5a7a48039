using System.Diagnostics;

namespace LambdaHooks.Benchmarks.Programs;

/// <summary>A Python interpreter.</summary>
/// <param name="Path">The interpreter itself, not a script that chooses one.</param>
/// <param name="Name">Name and version, with that of boto3 where it was asked for.</param>
internal sealed record Python(string Path, string Name)
{
    /// <summary>What installs boto3 where it is missing.</summary>
    public const string InstallBoto3 = "apt-get update && apt-get install -y python3-boto3";

    private const string Introduce = "import sys, platform; print(sys.executable); print('python3 ' + platform.python_version()";

    private static readonly string[] Places = ["python3", "/usr/bin/python3"];

    /// <summary>Variables of AWS that both sides get, so that nobody looks for credentials over a network.</summary>
    public static IReadOnlyDictionary<string, string> Account { get; } = new Dictionary<string, string>
    {
        ["AWS_ACCESS_KEY_ID"] = "example",
        ["AWS_SECRET_ACCESS_KEY"] = "example",
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_DEFAULT_REGION"] = "eu-west-1",
    };

    /// <summary>Any interpreter, or null.</summary>
    public static Task<Python?> FindAsync() => FindAsync($"{Introduce})");

    /// <summary>One that has boto3, installed where that is possible; null where it is not.</summary>
    public static async Task<Python?> FindWithBoto3Async()
    {
        const string ask = $"import boto3; {Introduce} + ', boto3 ' + boto3.__version__)";
        if (await FindAsync(ask) is { } found)
        {
            return found;
        }

        return Environment.IsPrivilegedProcess && (await Tool.RunAsync("sh", "-c", InstallBoto3)).ExitCode == 0 ? await FindAsync(ask) : null;
    }

    /// <summary>How to run a script that ends by saying that it is done and waiting.</summary>
    public ProcessStartInfo Script(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, ["-c", $"{script}\nimport sys\nprint('done', flush=True)\nsys.stdin.read()", .. arguments]);
        start.Environment.Clear();
        foreach (var (name, value) in Account)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task<Python?> FindAsync(string ask)
    {
        foreach (var place in Places)
        {
            var (exitCode, text) = await Tool.RunAsync(place, "-c", ask);
            if (exitCode == 0 && text.Split('\n', StringSplitOptions.TrimEntries) is [var path, var name, ..])
            {
                return new Python(path, name);
            }
        }

        return null;
    }
}
