using System.CommandLine;
using LambdaHooks.Cli.Agreement;
using LambdaHooks.Cli.Consolidate;
using LambdaHooks.Cli.Peaks;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Cli;

/// <summary>Every command, and how each way to end becomes a line and an exit code.</summary>
internal static class Commands
{
    public static async Task<int> RunAsync(string[] args, Screen screen, PeakTools? tools = null)
    {
        var root = new RootCommand("Ground Truth hooks for feedback on generated speech and video, on this machine.")
        {
            DemoCommand.Create(screen),
            ReplayCommand.Create(screen),
            ConsolidateCommand.Create(screen),
            PeaksCommand.Create(screen, tools),
            AgreementCommand.Create(screen),
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
        catch (OperationCanceledException)
        {
            screen.Bad("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is HookException or StoreException or IOException or UnauthorizedAccessException)
        {
            screen.Bad(e.Message);
            return ExitCode.Different;
        }
    }
}
