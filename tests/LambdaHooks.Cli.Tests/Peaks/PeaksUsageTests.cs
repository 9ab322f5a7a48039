namespace LambdaHooks.Cli.Tests.Peaks;

public sealed class PeaksUsageTests : IDisposable
{
    private readonly PeaksHere here = new();

    public PeaksUsageTests()
    {
        here.Put("a.wav", Wav.Of(Wav.Ten));
        here.Put("b.wav", Wav.Of(Wav.Ten));
        here.Put("folder/c.wav", Wav.Of(Wav.Ten));
        Directory.CreateDirectory(here.Below("empty"));
    }

    public static TheoryData<string, string[]> WrongUses => new()
    {
        { "No medium was named.", [] },
        { "There is no medium gone.wav.", ["gone.wav"] },
        { "There is no medium in empty.", ["empty"] },
        { "Unknown option --zoon.", ["a.wav", "--zoon"] },
        { "--zoom: '1' is not a whole number of 2 or more.", ["a.wav", "-z", "1"] },
        { "--zoom: 'auto' is not a whole number of 2 or more.", ["a.wav", "-z", "auto"] },
        { "--bits: '24' is not a whole number from 8 to 16.", ["a.wav", "-b", "24"] },
        { "--bits: 12 is neither 8 nor 16.", ["a.wav", "-b", "12"] },
        { "--width: '0' is not a whole number from 1 to 1048576.", ["a.wav", "-w", "0"] },
        { "--zoom, --pixels-per-second and --width exclude one another.", ["a.wav", "-w", "5", "-z", "4"] },
        { "--split-channels and --channels exclude each other.", ["a.wav", "--split-channels", "--channels", "0"] },
        { "--channels: '0,0' is not channels such as 0,2.", ["a.wav", "--channels", "0,0"] },
        { "--channels: '-1' is not channels such as 0,2.", ["a.wav", "--channels=-1"] },
        { "--start: 'x' is not a number of seconds.", ["a.wav", "-s", "x"] },
        { "--end must be after --start.", ["a.wav", "-s", "2", "-e", "2"] },
        { "--amplitude-scale: 'loud' is not auto or a number of 0 or more.", ["a.wav", "--amplitude-scale", "loud"] },
        { "--output-format: 'png' is not dat, json, wavesurfer or levels.", ["a.wav", "--output-format", "png"] },
        { "--output-format levels takes no other settings of peaks: its levels are fixed.", ["a.wav", "--output-format", "levels", "-b", "8"] },
        { "-o a.txt: its ending is that of no format; name one with --output-format: dat, json, wavesurfer or levels.", ["a.wav", "-o", "a.txt"] },
        { "-o out.dat: several media need a folder; end it with / to have it made.", ["a.wav", "b.wav", "-o", "out.dat"] },
        { "-o out.dat: several media need a folder; end it with / to have it made.", ["folder", "-o", "out.dat"] },
        { "-o -: several media need a folder; end it with / to have it made.", ["a.wav", "b.wav", "-o", "-"] },
        { "a.wav is one of the media; name another output with -o.", ["a.wav", "--output-format", "dat", "-o", "a.wav"] },
        { "Standard input has no name that peaks could take; name a file with -o, or - for standard output.", ["-"] },
        { "- is standard input, which comes alone.", ["-", "a.wav", "-o", "folder/"] },
        { "s3://Bucket/x is not s3://bucket/key.", ["s3://Bucket/x"] },
        { "--bucket: 'media' is not bucket=folder", ["s3://my-media/x.wav", "--bucket", "media"] },
        { "--input-format raw needs --raw-samplerate and --raw-channels.", ["a.wav", "--input-format", "raw", "--raw-channels", "1"] },
        { "--raw-samplerate, --raw-channels and --raw-format are for --input-format raw.", ["a.wav", "--raw-format", "u8"] },
        { "--raw-format: 's8' is not u8, s16le, s24le, s32le, f32le or f64le.", ["a.wav", "--raw-format", "s8"] },
        { "--jobs: '0' is not a whole number from 1 to 1024.", ["a.wav", "--jobs", "0"] },
    };

    [Theory]
    [MemberData(nameof(WrongUses))]
    public async Task AWrongUseIsExitCodeTwoAndALineThatHelps(string line, string[] arguments)
    {
        string[] placed = [.. arguments.Select(a => Path.Exists(here.Below(a)) || a is "gone.wav" or "a.txt" or "out.dat" ? here.Below(a) : a)];
        var before = here.Files();

        var (exitCode, lines) = await here.RunAsync(placed);

        Assert.Equal(2, exitCode);
        Assert.Equal(line, lines[0]);
        Assert.Equal(before, here.Files());
    }

    [Fact]
    public async Task HelpNamesWhatIsTypedAndNoTypeOfTheProgram()
    {
        var run = await Programs.ManagedCli.RunAsync("peaks", "--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("dat, json, wavesurfer or levels", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Pcm16", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => here.Dispose();
}
