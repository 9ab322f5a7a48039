using LambdaHooks.Ffmpeg.Tests.Programs;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg.Tests.Making;

/// <summary>A folder of a test's own with media made by ffmpeg.</summary>
internal sealed class MediaFolder : IDisposable
{
    /// <summary>Two channels of sound that never repeats.</summary>
    public const string Sound = "aevalsrc='0.4*sin(2*PI*(220+40*sin(3*t))*t)|0.3*sin(2*PI*330*t*(1+0.01*t))':s=44100";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lambdahooks-ffmpeg-");

    public string Path => folder.FullName;

    public string Below(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes a medium.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> MakeAsync(string name, params string[] arguments)
    {
        var made = await ToolRun.OfAsync(await Installed.FfmpegAsync(), ["-nostdin", "-v", "error", "-y", .. arguments, Below(name)]);
        Assert.True(made.ExitCode == 0, made.Errors);
        return Below(name);
    }

    /// <summary>Makes some seconds of <see cref="Sound"/>.</summary>
    public Task<string> SoundAsync(string name, int seconds, params string[] arguments) =>
        MakeAsync(name, ["-f", "lavfi", "-i", $"{Sound}:d={seconds}", .. arguments]);

    /// <summary>What a path's medium is, by its first bytes.</summary>
    public static MediaType TypeOf(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[MediaType.SniffedBytes];
        return MediaType.Of(head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)), path)!;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
