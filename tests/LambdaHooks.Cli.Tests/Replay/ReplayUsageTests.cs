using LambdaHooks.Cli.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Replay;

public sealed class ReplayUsageTests : IDisposable
{
    private const string Nowhere = "nowhere.json";

    private static readonly string Event = Checkout.Path("events", "pre-annotation", "source-text.json");

    private readonly EventFolder events = new();

    public static TheoryData<string[], string> WrongUses => new()
    {
        { [], "Required command was not provided." },
        { ["replay"], "Required argument 'event' missing" },
        { ["repaly", Event], "'repaly'" },
        { ["replay", Nowhere], $"There is no event {Nowhere}." },
        { ["replay", Event, "--acept"], "Unknown option --acept." },
        { ["demo", "--nope"], "'--nope'" },
        { ["replay", Event, "--bucket"], "Required argument missing for option: '--bucket'." },
        { ["replay", Event, "--bucket", "media"], "--bucket: 'media' is not bucket=folder" },
        { ["replay", Event, "--bucket", "Not_A_Bucket=folder"], "--bucket: 'Not_A_Bucket=folder' is not bucket=folder" },
        { ["replay", Event, "--bucket", "media=folder|"], "--bucket: " },
        { ["replay", Event, "--bucket", "media=folder", "--out", "folder"], "--out is for the default buckets" },
        { ["replay", Path.ChangeExtension(Event, ".expected.json")], "name the events they belong to" },
    };

    [Theory]
    [MemberData(nameof(WrongUses))]
    public async Task AWrongUseIsExitCodeTwoAndALineThatHelps(string[] arguments, string line)
    {
        var run = await ManagedCli.RunAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Errors));
        Assert.Contains(line, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEventWithoutExpectationSaysHowToMakeOne()
    {
        var path = events.Put("pre-annotation/new", """{"dataObject":{"source":"x"}}""");

        var run = await ManagedCli.RunAsync("replay", path);

        Assert.Equal((2, $"{EventFolder.ExpectedOf(path)} is not there; --accept writes it.\n"), (run.ExitCode, run.Output));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("")]
    [InlineData("""{"errorMessage":"\ud800"}""")]
    public async Task AnExpectedFileThatCannotBeReadIsNamed(string expected)
    {
        var path = events.Put("pre-annotation/event", "{}", expected);

        var (exitCode, lines) = await ReplayHere.RunAsync(events, path);

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"{EventFolder.ExpectedOf(path)} is not readable JSON: ", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("replay", "--help")]
    [InlineData("demo", "--help")]
    public async Task HelpIsNoError(params string[] arguments)
    {
        var run = await ManagedCli.RunAsync(arguments);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => events.Dispose();
}
