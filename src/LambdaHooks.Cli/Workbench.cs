using LambdaHooks.Folders;
using LambdaHooks.Hooks;
using LambdaHooks.Media;

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

    /// <param name="buckets">Folders that stand for buckets.</param>
    /// <param name="clock">The time.</param>
    /// <param name="decoder">Reads media that are not WAV; null for nothing.</param>
    public Workbench(BucketFolders buckets, TimeProvider clock, IMediaDecoder? decoder)
    {
        Store = new FolderStore(buckets);
        var signer = FolderUrlSigner.ForThisMachine(clock);
        var media = buckets.Buckets.Except([Labeling, State]).ToHashSet(StringComparer.Ordinal);
        var settings = new PreAnnotationSettings(StateLocation, media, PreAnnotationSettings.DefaultUrlLifetime) { Plan = ScanPlan.Local };
        PreAnnotation = new PreAnnotationHook(Store, signer, settings, decoder, clock);
        PostAnnotation = new PostAnnotationHook(Store, null, new PostAnnotationSettings { State = StateLocation, Output = StateLocation });
    }

    public FolderStore Store { get; }

    public IHook PreAnnotation { get; }

    public IHook PostAnnotation { get; }
}
