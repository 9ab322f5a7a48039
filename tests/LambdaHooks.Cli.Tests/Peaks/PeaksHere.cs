using LambdaHooks.Cli.Peaks;
using LambdaHooks.Cli.Tests.Programs;
using LambdaHooks.Ffmpeg;
using LambdaHooks.Media;

namespace LambdaHooks.Cli.Tests.Peaks;

/// <summary>The command in this process, over a folder of its own.</summary>
internal sealed class PeaksHere : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public RememberingScanner Scanner { get; } = new();

    public IMediaDecoder? Decoder { get; init; }

    /// <summary>What comes through standard input.</summary>
    public byte[] Input { get; set; } = [];

    /// <summary>What went to standard output.</summary>
    public MemoryStream Output { get; } = new();

    public string Below(params string[] parts) => folder.Below(parts);

    /// <summary>Writes a file below the folder and gives its path.</summary>
    public string Put(string name, byte[] content)
    {
        var path = folder.Put(name, "");
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Put(string name, string content) => folder.Put(name, content);

    /// <summary>Runs the command; an exception that leaves it fails the test. The folder's path is left out of what it says.</summary>
    public async Task<(int ExitCode, string[] Lines)> RunAsync(params string[] arguments)
    {
        using var console = RecordingConsole.File();
        var tools = new PeakTools
        {
            Scanner = Scanner,
            Decoder = _ => Decoder ?? new FfmpegDecoder(new FfmpegSettings { Path = "/nowhere/ffmpeg" }),
            Store = () => throw new InvalidOperationException("Nothing in the cloud was named."),
            Input = () => new MemoryStream(Input),
            Output = () => Output,
        };
        var exitCode = await Commands.RunAsync(["peaks", .. arguments], console.Screen, tools);
        return (exitCode, console.Text.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Runs it and expects the one line of a good end.</summary>
    public async Task MakeAsync(int made, int kept, params string[] arguments)
    {
        var (exitCode, lines) = await RunAsync(arguments);
        Assert.Equal([$"{made} made, {kept} kept, 0 failed"], lines);
        Assert.Equal(0, exitCode);
    }

    /// <summary>The waveform at a path below the folder.</summary>
    public Waveform Waveform(params string[] parts) => LambdaHooks.Media.Waveform.Read(File.ReadAllBytes(Below(parts)));

    /// <summary>Every file below the folder, with paths as on Linux.</summary>
    public string[] Files() => [.. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder.Path, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        Output.Dispose();
        folder.Dispose();
    }
}
