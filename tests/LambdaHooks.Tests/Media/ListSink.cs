using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>Keeps peaks as they come.</summary>
internal sealed class ListSink : IPeakSink
{
    private readonly List<short> pairs = [];

    public PeakHead? Head { get; private set; }

    public bool Ended { get; private set; }

    public short[] Pairs => [.. pairs];

    public ValueTask BeginAsync(PeakHead head, CancellationToken cancel)
    {
        Assert.Null(Head);
        Head = head;
        return ValueTask.CompletedTask;
    }

    public ValueTask AddAsync(ReadOnlyMemory<short> next, CancellationToken cancel)
    {
        Assert.NotNull(Head);
        Assert.False(Ended);
        pairs.AddRange(next.Span);
        return ValueTask.CompletedTask;
    }

    public ValueTask EndAsync(CancellationToken cancel)
    {
        Assert.Equal(Head!.Peaks * 2 * Head.Rows, pairs.Count);
        Ended = true;
        return ValueTask.CompletedTask;
    }
}
