namespace LambdaHooks.GroundTruth;

/// <summary>An answer, or a part of one, that was not used; with the reason and what was written.</summary>
/// <param name="Worker">Whose answer; empty where it does not say.</param>
/// <param name="Reason">A fixed code, a colon, and what is wrong.</param>
/// <param name="Raw">The text as it came.</param>
public sealed record Rejection(string Worker, string Reason, string Raw)
{
    /// <summary>The field or segment at fault; null when the whole answer was rejected.</summary>
    public string? Part { get; init; }
}
