using LambdaHooks.Aws;
using LambdaHooks.Ffmpeg;
using LambdaHooks.Folders;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Function;

/// <summary>Joins the parts of one hook: the only place of this program that makes services.</summary>
internal static class Composition
{
    /// <summary>The hook that <c>_HANDLER</c> names.</summary>
    /// <exception cref="HookException">The name is unknown, or a setting makes no sense.</exception>
    public static IHook Compose(string? handler, EnvironmentSettings settings, TimeProvider clock)
    {
        var folders = settings.LocalBuckets();
        var aws = settings.Aws();
        var s3 = new S3ObjectStore(aws);
        IObjectStore store = folders is null ? s3 : new FolderStore(folders);
        IUrlSigner signer = folders is null ? new S3UrlSigner(s3, aws, clock) : FolderUrlSigner.ForThisMachine(clock, settings.LocalUrl());
        return handler switch
        {
            "PreAnnotation" => new PreAnnotationHook(store, signer, settings.PreAnnotation(), Decoder(settings), clock),
            "PostAnnotation" => new PostAnnotationHook(store, folders is null ? new StsRoleStores(aws) : null, settings.PostAnnotation()),
            _ => throw new HookException("_HANDLER", "must be PreAnnotation or PostAnnotation"),
        };
    }

    private static FfmpegDecoder? Decoder(EnvironmentSettings settings) => settings.Ffmpeg() is { } ffmpeg ? new FfmpegDecoder(ffmpeg) : null;
}
