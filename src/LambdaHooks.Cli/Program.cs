using LambdaHooks.Cli;
using Spectre.Console;

return await Commands.RunAsync(args, new Screen(AnsiConsole.Console)).ConfigureAwait(false);
