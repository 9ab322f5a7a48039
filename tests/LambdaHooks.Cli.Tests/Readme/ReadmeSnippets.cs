using LambdaHooks.Aws;
using LambdaHooks.Hooks;

namespace LambdaHooks.Cli.Tests.Readme;

/// <summary>The README's C#, so that the compiler reads it too. <see cref="ReadmeTests"/> compares the texts.</summary>
internal static class ReadmeSnippets
{
    public static async Task<ReadOnlyMemory<byte>> AStepOfYourOwnAsync(ReadOnlyMemory<byte> requestBytes)
    {
        // snippet
        var aws = new S3Settings();
        var store = new S3ObjectStore(aws);
        var settings = new PreAnnotationSettings(
            new ObjectUri("my-state", "lambdahooks"), new HashSet<string> { "my-media" }, PreAnnotationSettings.DefaultUrlLifetime);
        IHook hook = new PreAnnotationHook(store, new S3UrlSigner(store, aws, TimeProvider.System), settings)
            .Before((request, cancel) =>
            {
                request["dataObject"]!["studio"] = "north";
                return ValueTask.FromResult(request);
            })
            .After((response, cancel) =>
            {
                response["taskInput"]!["instructions"] = "Mark every click.";
                return ValueTask.FromResult(response);
            });
        ReadOnlyMemory<byte> response = await hook.HandleAsync(requestBytes, HookContext.None);
        // end
        return response;
    }
}
