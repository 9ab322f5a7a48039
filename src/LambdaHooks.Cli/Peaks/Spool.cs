using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>What comes through a pipe, kept in a temporary file so that it can be read anywhere; gone when it is disposed.</summary>
internal sealed class Spool : IByteSource, ILocalFile, IDisposable
{
    private readonly LocalFile file;

    private Spool(LocalFile file)
    {
        this.file = file;
    }

    public string Path => file.Path;

    public long Length => file.Length;

    /// <summary>Reads a pipe to its end.</summary>
    public static async Task<Spool> OfAsync(Stream pipe, CancellationToken cancel)
    {
        var path = System.IO.Path.GetTempFileName();
        try
        {
            var copy = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            await using (copy.ConfigureAwait(false))
            {
                await pipe.CopyToAsync(copy, 1 << 20, cancel).ConfigureAwait(false);
            }

            return new Spool(LocalFile.Open(path));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel) => file.ReadAsync(offset, buffer, cancel);

    public void Dispose()
    {
        file.Dispose();
        File.Delete(Path);
    }
}
