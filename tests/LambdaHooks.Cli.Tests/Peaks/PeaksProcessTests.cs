using System.Globalization;
using LambdaHooks.Cli.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Peaks;

public sealed class PeaksProcessTests : IDisposable
{
    private const string Coarse = """{"version":2,"channels":1,"sample_rate":8000,"samples_per_pixel":8,"bits":16,"length":1,"data":[-3,4]}""" + "\n";
    private const int Media = 40;

    private readonly PeaksHere here = new();

    [Fact]
    public async Task PeaksGoToStandardOutputAndWordsToStandardError()
    {
        var fine = here.Put("fine.json", """{"version":2,"channels":1,"sample_rate":8000,"samples_per_pixel":4,"bits":16,"length":2,"data":[-1,4,-3,2]}""");

        var run = await ManagedCli.RunAsync("peaks", fine, "-z", "8", "--output-format", "json", "-o", "-");
        var wrong = await ManagedCli.RunAsync("peaks", "gone.wav", "-o-");

        Assert.Equal(new ProgramRun(0, Coarse, "1 made, 0 kept, 0 failed\n"), run);
        Assert.Equal(new ProgramRun(2, "", "There is no medium gone.wav.\n"), wrong);
    }

    [Fact]
    public async Task ADeviceIsWrittenToAndNeverReplaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the device of standard output has that name on Linux");
        var fine = here.Put("fine.json", Coarse);

        var run = await ManagedCli.RunAsync("peaks", fine, "--output-format", "json", "-q", "-o", "/dev/stdout");

        Assert.Equal(new ProgramRun(0, Coarse, ""), run);
        Assert.True(File.Exists("/dev/stdout"));
    }

    [Fact]
    public async Task AKilledRunLeavesNothingHalfAndIsResumed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links to files need rights on Windows");

        // Much to read and little to write, so that the run takes long enough to be killed.
        var sound = here.Put("sound.wav", Wav.Of(new short[2_000_000], channels: 16));
        Directory.CreateDirectory(here.Below("in"));
        for (var i = 0; i < Media; i++)
        {
            File.CreateSymbolicLink(here.Below("in", $"{i}.wav"), sound);
        }

        string[] command = ["peaks", here.Below("in"), "-o", here.Below("out") + "/", "--output-format", "levels", "--jobs", "2"];
        var killed = await ManagedCli.RunAsync(command, async process =>
        {
            while (!process.HasExited && Whole().Length < 3)
            {
                await Task.Delay(5);
            }

            process.Kill();
        });
        var whole = Whole();
        var resumed = await ManagedCli.RunAsync(command);

        Assert.NotEqual(0, killed.ExitCode);
        Assert.InRange(whole.Length, 3, Media - 1);
        Assert.Equal(new ProgramRun(0, string.Create(CultureInfo.InvariantCulture, $"{Media - whole.Length} made, {whole.Length} kept, 0 failed\n"), ""), resumed);
        Assert.Equal(Media, Whole().Length);
        Assert.Single(here.Files().Where(f => f.StartsWith("out/", StringComparison.Ordinal)).Select(f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(here.Below(f))))).Distinct());

        string[] Whole() => Directory.Exists(here.Below("out")) ? Directory.GetFiles(here.Below("out"), "*.levels") : [];
    }

    public void Dispose() => here.Dispose();
}
