namespace LambdaHooks.Media;

/// <summary>Which blocks of a scan are done, however many there are and in whatever order they end.</summary>
internal sealed class BlockOrder
{
    private readonly Lock guard = new();
    private readonly HashSet<long> ahead = [];
    private readonly Dictionary<long, TaskCompletionSource> waiting = [];
    private long next;

    /// <summary>The first block that is not done.</summary>
    public long Next
    {
        get
        {
            lock (guard)
            {
                return next;
            }
        }
    }

    /// <summary>Waits until all blocks before one are done.</summary>
    public Task WaitForAsync(long block, CancellationToken cancel)
    {
        lock (guard)
        {
            if (block == next)
            {
                return Task.CompletedTask;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add(block, turn);
            return turn.Task.WaitAsync(cancel);
        }
    }

    /// <summary>Notes that a block is done.</summary>
    public void Done(long block)
    {
        lock (guard)
        {
            _ = ahead.Add(block);
            while (ahead.Remove(next))
            {
                next++;
            }

            if (waiting.Remove(next, out var turn))
            {
                turn.SetResult();
            }
        }
    }
}
