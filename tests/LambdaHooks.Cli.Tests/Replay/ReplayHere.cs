using LambdaHooks.Cli.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Replay;

/// <summary>The command in this process, over the buckets of the project's events.</summary>
internal static class ReplayHere
{
    /// <summary>Runs it; an exception that leaves it fails the test.</summary>
    public static async Task<(int ExitCode, string[] Lines)> RunAsync(EventFolder events, params string[] arguments)
    {
        using var console = RecordingConsole.File();
        var exitCode = await Commands.RunAsync(["replay", .. arguments, "--bucket", Buckets(events)], console.Screen);
        return (exitCode, console.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Buckets(EventFolder events) => string.Join(';',
        $"lambdahooks-samples={Checkout.Path("samplemanifests", "media")}",
        $"lambdahooks-broken={Checkout.Path("events", "media")}",
        $"lambdahooks-labeling={events.Below("labeling")}|{Checkout.Path("events", "labeling")}",
        $"lambdahooks-state={events.Below("state")}|{Checkout.Path("events", "state")}");
}
