using LambdaHooks.Folders;
using LambdaHooks.Hooks;

namespace LambdaHooks.Interop.Tests.Storage;

public sealed class FolderStoreTests : StorageScenarios, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("folder-store-");

    public FolderStoreTests() => Store = new FolderStore(new BucketFolders().Add(Bucket, folder.FullName));

    private protected override IObjectStore Store { get; }

    private protected override string Bucket => "media";

    public void Dispose() => folder.Delete(recursive: true);
}
