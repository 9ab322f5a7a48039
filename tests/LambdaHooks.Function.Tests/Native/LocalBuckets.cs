using LambdaHooks.Folders;
using LambdaHooks.Hooks;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Function.Tests.Native;

/// <summary>Buckets of one test: the checkout's sample media, and folders of its own for state and for a job's output.</summary>
internal sealed class LocalBuckets : IDisposable
{
    public const string Media = "lambdahooks-samples";
    public const string Output = "labels";
    public const string State = "state";

    private readonly string root = Directory.CreateTempSubdirectory("lambdahooks-buckets-").FullName;

    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("LOCAL_BUCKETS", $"{Media}={Checkout.Path("samplemanifests", "media")};{Output}={Folder(Output)};{State}={Folder(State)}"),
        ("STATE_LOCATION", $"s3://{State}/lambdahooks"),
        ("MEDIA_BUCKETS", Media),
    ];

    /// <summary>Puts an object into the output bucket.</summary>
    /// <returns>Its place.</returns>
    public string Put(string key, string content)
    {
        var path = PathOf(key);
        File.WriteAllText(path, content);
        return $"s3://{Output}/{key}";
    }

    /// <summary>Puts an object into the output bucket that has no content until somebody writes it.</summary>
    public async Task<LateObject> PutLateAsync(string key)
    {
        var path = PathOf(key);
        var made = await ToolRun.OfAsync("/", "mkfifo", path);
        Assert.True(made.ExitCode == 0, made.Text);
        return new LateObject($"s3://{Output}/{key}", path);
    }

    /// <summary>Text of a file in the output bucket whose key ends so.</summary>
    public string ReadOutput(string ending) =>
        File.ReadAllText(Directory.EnumerateFiles(Folder(Output), "*", SearchOption.AllDirectories).Single(f => f.EndsWith(ending, StringComparison.Ordinal)));

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string Folder(string bucket) => Path.Combine(root, bucket);

    private string PathOf(string key)
    {
        var path = new BucketFolders().Add(Output, Folder(Output)).PathToWrite(new ObjectUri(Output, key))!;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}

/// <summary>An object that makes its reader wait: a named pipe.</summary>
/// <param name="Uri">Its place.</param>
/// <param name="Path">The pipe.</param>
internal sealed record LateObject(string Uri, string Path)
{
    /// <summary>Waits until somebody reads the object.</summary>
    /// <returns>Where to write its content.</returns>
    public Task<FileStream> ReaderCameAsync() => Task.Run(() => new FileStream(Path, FileMode.Open, FileAccess.Write));
}
