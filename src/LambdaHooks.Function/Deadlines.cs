namespace LambdaHooks.Function;

/// <summary>When an invocation should stop taking new work, and when it must be over.</summary>
internal sealed class Deadlines : IDisposable
{
    private static readonly TimeSpan LeastMargin = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MostMargin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastMoment = TimeSpan.FromMilliseconds(100);

    /// <summary>A timer waits no longer, and no invocation lasts so long.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly CancellationTokenSource work;
    private readonly CancellationTokenSource end;

    /// <param name="deadline">When Lambda ends the process; null for never.</param>
    /// <param name="clock">The time.</param>
    public Deadlines(DateTimeOffset? deadline, TimeProvider clock)
    {
        var left = deadline - clock.GetUtcNow();
        work = Source(left - MarginOf(left), clock);
        end = Source(left - LastMoment, clock);
    }

    /// <summary>Fires a tenth of the time before the deadline, at least 0.5 and at most 5 seconds.</summary>
    public CancellationToken Work => work.Token;

    /// <summary>Fires just before the deadline.</summary>
    public CancellationToken End => end.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        work.Dispose();
        end.Dispose();
    }

    private static TimeSpan? MarginOf(TimeSpan? left) =>
        left is { } time ? TimeSpan.FromTicks(Math.Clamp(time.Ticks / 10, LeastMargin.Ticks, MostMargin.Ticks)) : null;

    private static CancellationTokenSource Source(TimeSpan? after, TimeProvider clock) =>
        after is not { } time || time > LongestTimer ? new CancellationTokenSource()
        : new CancellationTokenSource(time > TimeSpan.Zero ? time : TimeSpan.Zero, clock);
}
