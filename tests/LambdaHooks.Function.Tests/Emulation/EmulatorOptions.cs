namespace LambdaHooks.Function.Tests.Emulation;

/// <summary>How an emulated Runtime API differs from the plainest one.</summary>
internal sealed record EmulatorOptions
{
    /// <summary>Most bytes of a response; Lambda's own limit is 6 MB.</summary>
    public int MostResponseBytes { get; init; } = 6 * 1024 * 1024;

    /// <summary>True to close the connection after each answer of the API.</summary>
    public bool ClosesConnections { get; init; }

    /// <summary>Waited for between the head and the body of each request that is handed out; null to send both at once.</summary>
    public Func<Task>? BetweenHeadAndBody { get; init; }
}
