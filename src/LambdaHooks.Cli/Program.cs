using LambdaHooks.Cli;
using LambdaHooks.Cli.Peaks;

return await Commands.RunAsync(args, PeaksCommand.TakesStandardOutput(args) ? Screen.OfErrors() : Screen.OfOutput()).ConfigureAwait(false);
