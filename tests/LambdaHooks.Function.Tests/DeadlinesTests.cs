using Microsoft.Extensions.Time.Testing;

namespace LambdaHooks.Function.Tests;

public sealed class DeadlinesTests
{
    private readonly FakeTimeProvider clock = new();

    [Theory]
    [InlineData(900_000, 895_000)]
    [InlineData(300_000, 295_000)]
    [InlineData(50_000, 45_000)]
    [InlineData(20_000, 18_000)]
    [InlineData(5_000, 4_500)]
    [InlineData(3_000, 2_500)]
    [InlineData(600, 100)]
    public void WorkStopsATenthOfTheTimeBeforeTheDeadlineWithinLimits(int left, int expected)
    {
        using var deadlines = With(TimeSpan.FromMilliseconds(left));

        clock.Advance(TimeSpan.FromMilliseconds(expected - 1));
        Assert.False(deadlines.Work.IsCancellationRequested);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(deadlines.Work.IsCancellationRequested);
        Assert.False(deadlines.End.IsCancellationRequested);
    }

    [Theory]
    [InlineData(900_000)]
    [InlineData(600)]
    [InlineData(101)]
    public void TheEndComesATenthOfASecondBeforeTheDeadline(int left)
    {
        using var deadlines = With(TimeSpan.FromMilliseconds(left));

        clock.Advance(TimeSpan.FromMilliseconds(left - 101));
        Assert.False(deadlines.End.IsCancellationRequested);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(deadlines.End.IsCancellationRequested);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(101)]
    public void WithLessThanHalfASecondNoWorkBeginsButItCanBeFinished(int left)
    {
        using var deadlines = With(TimeSpan.FromMilliseconds(left));

        Assert.True(deadlines.Work.IsCancellationRequested);
        Assert.False(deadlines.End.IsCancellationRequested);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-2)]
    [InlineData(-3_600_000)]
    public void ADeadlineThatIsOverEndsEverythingAtOnce(int left)
    {
        using var deadlines = With(TimeSpan.FromMilliseconds(left));

        Assert.True(deadlines.Work.IsCancellationRequested);
        Assert.True(deadlines.End.IsCancellationRequested);
    }

    [Fact]
    public void WithoutADeadlineNothingEverEnds()
    {
        using var deadlines = new Deadlines(null, clock);

        clock.Advance(TimeSpan.FromDays(365));

        Assert.False(deadlines.Work.IsCancellationRequested);
        Assert.False(deadlines.End.IsCancellationRequested);
    }

    [Fact]
    public void ADeadlineBeyondTheLongestTimerIsNone()
    {
        using var deadlines = new Deadlines(DateTimeOffset.MaxValue, clock);

        Assert.False(deadlines.Work.IsCancellationRequested);
        Assert.False(deadlines.End.IsCancellationRequested);
    }

    private Deadlines With(TimeSpan left) => new(clock.GetUtcNow() + left, clock);
}
