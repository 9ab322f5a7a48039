using System.CommandLine;

namespace LambdaHooks.Cli.Peaks;

/// <summary><c>lambdahooks peaks</c>: waveform peaks of media, for audiowaveform's readers, for wavesurfer and for the hooks' own page.</summary>
internal static class PeaksCommand
{
    public const string Name = "peaks";

    private static readonly string[] OutputNames = ["-o", "--output-filename"];

    public static Command Create(Screen screen, PeakTools? tools)
    {
        var options = new PeaksOptions();
        var command = new Command(Name, "Make waveform peaks of audio and video files. Exit code 0: all made or kept, 1: some failed, 2: wrong usage.");
        options.AddTo(command);
        command.SetAction((arguments, cancel) => new PeakRun(screen, tools ?? new PeakTools(), options.Read(arguments)).RunAsync(cancel));
        return command;
    }

    /// <summary>True where peaks themselves go to standard output, so that nothing else may.</summary>
    public static bool TakesStandardOutput(string[] args) =>
        args is [Name, ..] && args.Select((a, i) => (Text: a, Next: i + 1 < args.Length ? args[i + 1] : "")).Any(a => OutputNames.Any(o =>
            (a.Text == o && a.Next == PeakRequest.Dash) || a.Text == $"{o}={PeakRequest.Dash}" || a.Text == $"{o}:{PeakRequest.Dash}" || (o.Length == 2 && a.Text == o + PeakRequest.Dash)));
}
