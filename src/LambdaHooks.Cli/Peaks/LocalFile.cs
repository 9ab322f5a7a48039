using LambdaHooks.Media;
using Microsoft.Win32.SafeHandles;

namespace LambdaHooks.Cli.Peaks;

/// <summary>A file of this machine. It is read at once, without a thread to wait on it, which is fastest where the file is in memory already.</summary>
internal sealed class LocalFile : IByteSource, ILocalFile, IDisposable
{
    private readonly SafeFileHandle file;

    private LocalFile(string path, SafeFileHandle file)
    {
        Path = path;
        this.file = file;
        Length = RandomAccess.GetLength(file);
    }

    public string Path { get; }

    public long Length { get; }

    public DateTime Modified => File.GetLastWriteTimeUtc(file);

    public static LocalFile Open(string path) => new(path, File.OpenHandle(path));

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var total = 0;
        while (total < buffer.Length && RandomAccess.Read(file, buffer.Span[total..], offset + total) is > 0 and var read)
        {
            total += read;
        }

        return ValueTask.FromResult(total);
    }

    public void Dispose() => file.Dispose();
}
