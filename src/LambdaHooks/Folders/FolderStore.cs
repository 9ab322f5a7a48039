using System.Collections.Concurrent;
using System.Security.Cryptography;
using LambdaHooks.Hooks;

namespace LambdaHooks.Folders;

/// <summary>Objects as files: the same hooks without a cloud.</summary>
/// <remarks>
/// An object's tag is the MD5 of its content, which is what S3 gives for an object that was put in one piece. Files over
/// <see cref="HashedUpTo"/> bytes get a tag made of length and time instead, so that nobody waits for a hash of hours of sound. Writing
/// replaces a file in one step, so a reader never sees half of it.
/// </remarks>
/// <param name="buckets">Which folders stand for which buckets.</param>
public sealed class FolderStore(BucketFolders buckets) : IObjectStore
{
    /// <summary>Largest file whose content is hashed for its tag: 64 MiB.</summary>
    public const long HashedUpTo = 64L << 20;

    private readonly ConcurrentDictionary<string, (long Length, DateTime Written, string Tag)> tags = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<ObjectFacts> HeadAsync(ObjectUri uri, CancellationToken cancel)
    {
        var path = Find(uri);
        return await GuardAsync(uri, async () =>
        {
            var info = new FileInfo(path);
            return new ObjectFacts(info.Length, await TagAsync(path, info.Length, info.LastWriteTimeUtc, cancel).ConfigureAwait(false));
        }).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<int> ReadAsync(ObjectUri uri, string? tag, long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        var path = Find(uri);
        return await GuardAsync(uri, async () =>
        {
            // Length and time are asked of the open file: one look-up by its path is enough, and a scan of hours makes thousands of reads.
            using var file = File.OpenHandle(path, options: FileOptions.Asynchronous);
            if (tag is not null && tag != await TagAsync(path, RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file), cancel).ConfigureAwait(false))
            {
                throw new StoreException(StoreFault.Changed, uri);
            }

            return await ReadFullyAsync(file, offset, buffer, cancel).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<byte[]> ReadAllAsync(ObjectUri uri, long limit, CancellationToken cancel)
    {
        var path = Find(uri);
        return new FileInfo(path).Length > limit
            ? throw new StoreException(StoreFault.TooLarge, uri)
            : await GuardAsync(uri, () => File.ReadAllBytesAsync(path, cancel)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task WriteAsync(ObjectUri uri, ReadOnlyMemory<byte> content, string contentType, string? kmsKeyId, CancellationToken cancel)
    {
        var path = buckets.PathToWrite(uri) ?? throw new StoreException(StoreFault.Missing, uri);
        _ = await GuardAsync(uri, async () =>
        {
            _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
            await File.WriteAllBytesAsync(unfinished, content, cancel).ConfigureAwait(false);
            File.Move(unfinished, path, overwrite: true);
            return true;
        }).ConfigureAwait(false);
    }

    private string Find(ObjectUri uri) => buckets.PathToRead(uri) ?? throw new StoreException(StoreFault.Missing, uri);

    private async Task<string> TagAsync(string path, long length, DateTime writtenAt, CancellationToken cancel)
    {
        if (tags.TryGetValue(path, out var known) && known.Length == length && known.Written == writtenAt)
        {
            return known.Tag;
        }

        var tag = length > HashedUpTo ? $"{length:x}-{writtenAt.Ticks:x}" : await HashAsync(path, cancel).ConfigureAwait(false);
        tags[path] = (length, writtenAt, tag);
        return tag;
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancel)
    {
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
#pragma warning disable CA5351 // A version mark like S3's, not a protection.
            return Convert.ToHexStringLower(await MD5.HashDataAsync(file, cancel).ConfigureAwait(false));
#pragma warning restore CA5351
        }
    }

    private static async Task<int> ReadFullyAsync(Microsoft.Win32.SafeHandles.SafeFileHandle file, long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        var total = 0;
        while (total < buffer.Length)
        {
            var read = await RandomAccess.ReadAsync(file, buffer[total..], offset + total, cancel).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }

    private static async Task<T> GuardAsync<T>(ObjectUri uri, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoreException(StoreFault.Missing, uri, e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StoreException(StoreFault.Denied, uri, e);
        }
        catch (IOException e)
        {
            throw new StoreException(StoreFault.Unavailable, uri, e);
        }
    }
}
