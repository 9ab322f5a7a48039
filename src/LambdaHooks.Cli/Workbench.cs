using LambdaHooks.Folders;
using LambdaHooks.Hooks;

namespace LambdaHooks.Cli;

/// <summary>Both hooks over folders: what Lambda has, on this machine.</summary>
internal sealed class Workbench
{
    /// <summary>Bucket of the sample media.</summary>
    public const string Samples = "lambdahooks-samples";

    /// <summary>Bucket of payloads and output.</summary>
    public const string Labeling = "lambdahooks-labeling";

    /// <summary>Bucket of peaks and task contexts.</summary>
    public const string State = "lambdahooks-state";

    /// <summary>Where hooks keep their state.</summary>
    public static readonly ObjectUri StateLocation = new(State, "v1");

    public Workbench(BucketFolders buckets, TimeProvider clock)
    {
        Store = new FolderStore(buckets);
        var signer = FolderUrlSigner.ForThisMachine(clock);
        var media = buckets.Buckets.Except([Labeling, State]).ToHashSet(StringComparer.Ordinal);
        PreAnnotation = new PreAnnotationHook(Store, signer, new PreAnnotationSettings(StateLocation, media, PreAnnotationSettings.DefaultUrlLifetime));
        PostAnnotation = new PostAnnotationHook(Store, null, new PostAnnotationSettings { State = StateLocation, Output = StateLocation });
    }

    public FolderStore Store { get; }

    public IHook PreAnnotation { get; }

    public IHook PostAnnotation { get; }
}
