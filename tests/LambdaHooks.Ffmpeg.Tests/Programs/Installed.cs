namespace LambdaHooks.Ffmpeg.Tests.Programs;

/// <summary>Programs these tests run, installed where they are missing and that is allowed.</summary>
internal static class Installed
{
    private const string AptGet = "apt-get -o DPkg::Lock::Timeout=300";

    private static readonly Lazy<Task<string>> FfmpegPath = new(() => EnsureAsync("ffmpeg", "ffmpeg", "-version"));
    private static readonly Lazy<Task<string>> ChromiumPath = new(() => EnsureAsync("chromium", "chromium", "--version"));

    /// <summary>Name of ffmpeg, which is there.</summary>
    public static Task<string> FfmpegAsync() => FfmpegPath.Value;

    /// <summary>Name of Chromium, which is there.</summary>
    public static Task<string> ChromiumAsync() => ChromiumPath.Value;

    private static async Task<string> EnsureAsync(string program, string package, string version)
    {
        if ((await ToolRun.OfAsync(program, version)).ExitCode != 0)
        {
            var command = $"{AptGet} update && {AptGet} install -y {package}";
            var installed = Environment.IsPrivilegedProcess && (await ToolRun.OfAsync("sh", "-c", $"DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND; {command}")).ExitCode == 0;
            Assert.True(installed, $"These tests need {program}. Run, as root: {command}");
        }

        return program;
    }
}
