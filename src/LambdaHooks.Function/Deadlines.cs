namespace LambdaHooks.Function;

/// <summary>When an invocation should stop taking new work, and when it must be over.</summary>
internal sealed class Deadlines : IDisposable
{
    private static readonly TimeSpan LeastMargin = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MostMargin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastMoment = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource work;
    private readonly CancellationTokenSource end;

    /// <param name="deadline">When Lambda ends the process; null for never.</param>
    /// <param name="clock">The time.</param>
    public Deadlines(DateTimeOffset? deadline, TimeProvider clock)
    {
        var left = deadline is { } end ? end - clock.GetUtcNow() : Timeout.InfiniteTimeSpan;
        work = Source(left, MarginOf(left), clock);
        this.end = Source(left, LastMoment, clock);
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

    private static TimeSpan MarginOf(TimeSpan left) => TimeSpan.FromTicks(Math.Clamp(left.Ticks / 10, LeastMargin.Ticks, MostMargin.Ticks));

    private static CancellationTokenSource Source(TimeSpan left, TimeSpan margin, TimeProvider clock) =>
        left == Timeout.InfiniteTimeSpan ? new CancellationTokenSource()
        : new CancellationTokenSource(left > margin ? left - margin : TimeSpan.Zero, clock);
}
