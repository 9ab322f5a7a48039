namespace LambdaHooks.Function.Tests.Emulation;

/// <summary>A request to hand out.</summary>
internal sealed record EmulatedRequest(ReadOnlyMemory<byte> Body)
{
    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>From when it is handed out to its deadline.</summary>
    public TimeSpan TimeLeft { get; init; } = TimeSpan.FromMinutes(1);

    public string? TraceId { get; init; } = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";
}
