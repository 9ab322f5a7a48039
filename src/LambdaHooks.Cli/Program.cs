using System.CommandLine;
using LambdaHooks.Cli;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;
using Spectre.Console;

var screen = new Screen(AnsiConsole.Console);
var root = new RootCommand("Ground Truth hooks for feedback on generated speech and video, on this machine.")
{
    DemoCommand.Create(screen),
    ReplayCommand.Create(screen),
};

var arguments = root.Parse(args);
if (arguments.Errors.Count > 0)
{
    foreach (var error in arguments.Errors)
    {
        screen.Bad(error.Message);
    }

    screen.Line("Try: lambdahooks --help");
    return ExitCode.Usage;
}

try
{
    return await arguments.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
}
catch (UsageException e)
{
    screen.Bad(e.Message);
    return ExitCode.Usage;
}
catch (Exception e) when (e is HookException or StoreException or IOException or UnauthorizedAccessException)
{
    screen.Bad(e.Message);
    return ExitCode.Different;
}
