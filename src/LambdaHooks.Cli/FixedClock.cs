namespace LambdaHooks.Cli;

/// <summary>A clock that stands still, so that what is recorded today is replayed the same tomorrow.</summary>
internal sealed class FixedClock : TimeProvider
{
    private static readonly DateTimeOffset Moment = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Moment;
}
