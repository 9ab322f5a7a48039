namespace LambdaHooks.Cli.Tests.Programs;

/// <summary>A folder of a test's own, gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lambdahooks-cli-");

    public string Path => folder.FullName;

    public string Below(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a file, making its folder.</summary>
    /// <returns>Its path.</returns>
    public string Put(string name, string content)
    {
        var path = Below(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Copies a folder of the checkout into this one.</summary>
    /// <returns>The copy's path.</returns>
    public string Copy(string name)
    {
        var from = Checkout.Path(name);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Below(name, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return Below(name);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
