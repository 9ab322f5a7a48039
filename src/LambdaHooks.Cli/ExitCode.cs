namespace LambdaHooks.Cli;

/// <summary>How a command ended.</summary>
internal static class ExitCode
{
    /// <summary>Done; a replay gave what was expected.</summary>
    public const int Same = 0;

    /// <summary>A replay gave something else, or a job failed.</summary>
    public const int Different = 1;

    /// <summary>The command was used wrongly: an unknown option, a file that is not there.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl+C, or a termination signal: what shells report for it.</summary>
    public const int Interrupted = 130;
}
