using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>A case's bytes as they come out of a pipe: forward only, in portions of their own, without a length. It never waits.</summary>
internal sealed class FuzzPipe(FuzzCase of) : ForwardStream
{
    private readonly int portion = 1 + (of.Seed % 5000);
    private int position;

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(Math.Min(buffer.Length, portion), of.Bytes.Length - position);
        of.Bytes.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
}
