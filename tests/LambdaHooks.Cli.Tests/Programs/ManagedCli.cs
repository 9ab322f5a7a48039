using System.Diagnostics;

namespace LambdaHooks.Cli.Tests.Programs;

/// <summary>The command line as a process, which lies beside these tests.</summary>
internal static class ManagedCli
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "LambdaHooks.Cli.dll");

    public static Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.OfAsync("dotnet", [Assembly, .. arguments]);

    public static Task<ProgramRun> RunAsync(string[] arguments, Func<Process, Task> meanwhile) => ProgramRun.OfAsync("dotnet", [Assembly, .. arguments], meanwhile);
}
