using LambdaHooks.Hooks;

namespace LambdaHooks.Cli.Peaks;

/// <summary>Where the peaks of one medium go. Nothing half is ever there under its name.</summary>
internal abstract record PeakTarget
{
    private PeakTarget()
    {
    }

    /// <summary>As messages name it.</summary>
    public abstract string Name { get; }

    /// <summary>Reads a name.</summary>
    /// <exception cref="UsageException">It begins like a place in a store and is none.</exception>
    public static PeakTarget Of(string name, PeakTools tools) =>
        name == PeakRequest.Dash ? new Pipe(tools.Output)
        : !PeakInputs.IsInStore(name) ? new Local(name)
        : ObjectUri.TryParse(name, out var uri) ? new Stored(uri)
        : throw new UsageException($"{name} is not s3://bucket/key.");

    /// <summary>Writes it whole, or not at all.</summary>
    /// <param name="store">The store, where it lies in one.</param>
    /// <param name="mediaType">What is written.</param>
    /// <param name="write">Writes.</param>
    /// <param name="cancel">Ends the writing.</param>
    public abstract Task WriteAsync(Func<IObjectStore> store, string mediaType, Func<Stream, Task> write, CancellationToken cancel);

    private static async Task<ReadOnlyMemory<byte>> HoldAsync(Func<Stream, Task> write)
    {
        using var held = new MemoryStream();
        await write(held).ConfigureAwait(false);
        return held.GetBuffer().AsMemory(0, (int)held.Length);
    }

    /// <summary>A file.</summary>
    internal sealed record Local(string Path) : PeakTarget
    {
        public override string Name => Path;

        /// <summary>True for <c>/dev/stdout</c> and the like, which are written to and never read or replaced.</summary>
        public bool IsDevice => PeakInputs.IsDevice(Path);

        /// <summary>Where it is written before it is whole; hidden, so that no one takes it for a medium, and always the same, so that what a killed run left is written over.</summary>
        private string Unfinished => System.IO.Path.Combine(Folder, $".{System.IO.Path.GetFileName(Path)}.unfinished");

        private string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) ?? "/";

        public override async Task WriteAsync(Func<IObjectStore> store, string mediaType, Func<Stream, Task> write, CancellationToken cancel)
        {
            if (IsDevice)
            {
                await WriteToAsync(Open(Path, FileMode.Open), write).ConfigureAwait(false);
                return;
            }

            _ = Directory.CreateDirectory(Folder);

            // Where another run holds the file, it is not this one's to delete.
            var unfinished = Open(Unfinished, FileMode.Create);
            try
            {
                await WriteToAsync(unfinished, write).ConfigureAwait(false);
                File.Move(Unfinished, Path, overwrite: true);
            }
            catch
            {
                File.Delete(Unfinished);
                throw;
            }
        }

        private static FileStream Open(string path, FileMode mode) => new(path, mode, FileAccess.Write, FileShare.None, bufferSize: 0);

        private static async Task WriteToAsync(FileStream file, Func<Stream, Task> write)
        {
            await using (file.ConfigureAwait(false))
            {
                await write(file).ConfigureAwait(false);
            }
        }
    }

    /// <summary>An object in a store.</summary>
    internal sealed record Stored(ObjectUri Uri) : PeakTarget
    {
        public override string Name => Uri.ToString();

        public override async Task WriteAsync(Func<IObjectStore> store, string mediaType, Func<Stream, Task> write, CancellationToken cancel) =>
            await store().WriteAsync(Uri, await HoldAsync(write).ConfigureAwait(false), mediaType, null, cancel).ConfigureAwait(false);
    }

    /// <summary>Standard output.</summary>
    internal sealed record Pipe(Func<Stream> Output) : PeakTarget
    {
        public override string Name => "standard output";

        public override async Task WriteAsync(Func<IObjectStore> store, string mediaType, Func<Stream, Task> write, CancellationToken cancel)
        {
            var whole = await HoldAsync(write).ConfigureAwait(false);
            var output = Output();
            await output.WriteAsync(whole, cancel).ConfigureAwait(false);
            await output.FlushAsync(cancel).ConfigureAwait(false);
        }
    }
}
