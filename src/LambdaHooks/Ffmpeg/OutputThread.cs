namespace LambdaHooks.Ffmpeg;

/// <summary>Reads what a program writes, on a thread of its own that may wait in the system for it.</summary>
/// <remarks>
/// A decoder writes a few kilobytes at a time. Waking up for each of them would cost about as much as decoding, so after a read that
/// found little the thread sleeps and lets the pipe fill; where the pipe is too small for that, it does not.
/// </remarks>
internal sealed class OutputThread : IDisposable
{
    /// <summary>The least pipe to sleep beside: what the fastest decoders write in a millisecond or two.</summary>
    private const int RoomToSleep = 512 * 1024;

    private static readonly TimeSpan Sleep = TimeSpan.FromMilliseconds(1);

    private readonly Stream pipe;
    private readonly bool sleeps;
    private readonly AutoResetEvent asked = new(false);
    private Memory<byte> wanted;
    private TaskCompletionSource<int> answer = new();
    private volatile bool ended;

    /// <param name="pipe">The pipe to read; stays the caller's, who closes it after the program has ended.</param>
    /// <param name="room">Bytes that the pipe holds.</param>
    public OutputThread(Stream pipe, int room)
    {
        this.pipe = pipe;
        sleeps = room >= RoomToSleep;
        new Thread(Work) { IsBackground = true, Name = "decoder output" }.Start();
    }

    /// <summary>Fills a buffer; one read at a time.</summary>
    /// <returns>Bytes read; fewer than the buffer holds only at the end.</returns>
    public Task<int> FillAsync(Memory<byte> buffer)
    {
        wanted = buffer;
        answer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var filled = answer.Task;
        _ = asked.Set();
        return filled;
    }

    /// <summary>Lets the thread end, once the program has closed its end of the pipe.</summary>
    public void Dispose()
    {
        ended = true;
        _ = asked.Set();
    }

    private void Work()
    {
        for (_ = asked.WaitOne(); !ended; _ = asked.WaitOne())
        {
            try
            {
                answer.SetResult(Fill(wanted.Span));
            }
            catch (Exception e)
            {
                // Left to this thread, it would end the whole process.
                answer.SetException(e);
            }
        }

        _ = answer.TrySetResult(0);
        asked.Dispose();
    }

    private int Fill(Span<byte> buffer)
    {
        var filled = 0;
        while (filled < buffer.Length && pipe.Read(buffer[filled..]) is > 0 and var read)
        {
            filled += read;
            if (sleeps && filled < buffer.Length)
            {
                Thread.Sleep(Sleep);
            }
        }

        return filled;
    }
}
