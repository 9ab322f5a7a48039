using LambdaHooks.Aws;
using LambdaHooks.Hooks;
using LambdaHooks.Interop.Tests.Programs;

namespace LambdaHooks.Interop.Tests.Storage;

public sealed class S3ObjectStoreTests(S3Server server) : StorageScenarios, IAsyncLifetime
{
    private readonly S3ObjectStore store = server.Store();
    private string bucket = "";

    private protected override IObjectStore Store => store;

    private protected override string Bucket => bucket;

    public async ValueTask InitializeAsync() => bucket = await server.NewBucketAsync();

    public ValueTask DisposeAsync()
    {
        store.Dispose();
        return ValueTask.CompletedTask;
    }
}
