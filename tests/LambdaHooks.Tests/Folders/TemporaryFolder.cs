namespace LambdaHooks.Tests.Folders;

/// <summary>A folder of a test's own, gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lambdahooks-");

    public string Below(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
