using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>The program's standard input, fed from start to end; the next block is fetched while one is written.</summary>
internal sealed class PipedInput(IByteSource source) : MediaInput
{
    /// <summary>Small enough for the program to begin soon.</summary>
    private const int FirstBlock = 256 * 1024;

    /// <summary>Large enough that a request to a store across a network is worth its wait.</summary>
    private const int Block = 4 << 20;

    /// <inheritdoc/>
    public override string Url => "pipe:0";

    /// <inheritdoc/>
    public override string Protocols => "pipe";

    /// <inheritdoc/>
    public override async Task ServeAsync(Stream input, CancellationToken end)
    {
        await using (input.ConfigureAwait(false))
        {
            var (now, next) = (await ReadAsync(0, new byte[Size(0, FirstBlock)], end).ConfigureAwait(false), Array.Empty<byte>());
            for (var offset = (long)now.Length; now.Length > 0; offset += now.Length)
            {
                next = next.Length == Size(offset, Block) ? next : new byte[Size(offset, Block)];
                var fetch = ReadAsync(offset, next, end);
                var wanted = await WriteAsync(input, now, end).ConfigureAwait(false);
                var fetched = await fetch.ConfigureAwait(false);
                if (!wanted)
                {
                    return;
                }

                next = now.Array!;
                now = fetched;
            }
        }
    }

    private int Size(long offset, int block) => (int)Math.Min(block, source.Length - offset);

    private async Task<Filled> ReadAsync(long offset, byte[] buffer, CancellationToken end) =>
        new(buffer, buffer.Length == 0 ? 0 : await source.ReadAsync(offset, buffer, end).ConfigureAwait(false));

    /// <summary>False once the program has closed its end, as it does when it has seen enough or ends.</summary>
    private static async Task<bool> WriteAsync(Stream input, Filled block, CancellationToken end)
    {
        try
        {
            await input.WriteAsync(block.Array.AsMemory(0, block.Length), end).ConfigureAwait(false);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private readonly record struct Filled(byte[] Array, int Length);
}
