using System.Text;
using System.Text.Json;
using LambdaHooks.Consolidation;
using LambdaHooks.Folders;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;
using LambdaHooks.Media;

namespace LambdaHooks.Cli.Consolidate;

/// <summary>The hooks over the folders of one job.</summary>
internal sealed class JobBench
{
    /// <summary>The top of the state's bucket: contexts lie under <c>context/</c>.</summary>
    private static readonly ObjectUri State = new(Workbench.State, "");

    private readonly BucketFolders buckets;
    private readonly string job;
    private readonly PostAnnotationHook post;
    private readonly WarningCount log = new();

    /// <param name="job">The job's name.</param>
    /// <param name="request">What was asked for.</param>
    public JobBench(string job, ConsolidateRequest request)
    {
        this.job = job;
        buckets = MediaBuckets(request.Buckets)
            .Add(Workbench.Labeling, Path.Combine(request.OutFolder, "labeling"))
            .Add(Workbench.State, Path.Combine(request.OutFolder, "state"), request.State is null ? [] : [request.State]);
        Store = new FolderStore(buckets);
        post = new PostAnnotationHook(Store, null, new PostAnnotationSettings { State = State, Consolidation = KnownSettings.Of(request.Known), Agreement = AgreementOptions.Full });
    }

    public FolderStore Store { get; }

    /// <summary>Warnings of the hooks, by name and reason.</summary>
    public IEnumerable<string> Warnings => log.Lines();

    /// <summary>The file of the payload.</summary>
    public string PayloadPath => buckets.PathToWrite(Payload)!;

    private ObjectUri Annotations => new(Workbench.Labeling, $"output/{job}/annotations");

    private ObjectUri Payload => Annotations.Append("consolidated-annotation/consolidation-request/iteration-1/whole-job.json");

    private string Arn => $"arn:aws:sagemaker:us-east-1:123456789012:labeling-job/{job.ToLowerInvariant()}";

    /// <summary>A file that the hook wrote beside the job's output for a payload; null where it wrote none.</summary>
    public string? RecordPath(string payloadHash, string name) =>
        buckets.PathToRead(new ObjectUri(Workbench.Labeling, $"output/{job}/lambdahooks/{payloadHash}/{name}"));

    /// <summary>
    /// Makes the contexts of all tasks, as pre-annotation does; media that no folder stands for give contexts without lengths.
    /// </summary>
    public async Task PrepareAsync(JobManifest manifest, string? mediaBeside, CancellationToken cancel)
    {
        var named = manifest.Buckets();
        if (mediaBeside is not null)
        {
            foreach (var bucket in named.Except(buckets.Buckets).ToArray())
            {
                _ = buckets.Add(bucket, mediaBeside);
            }
        }

        var settings = new PreAnnotationSettings(State, named.Except([Workbench.Labeling, Workbench.State]).ToHashSet(StringComparer.Ordinal), PreAnnotationSettings.DefaultUrlLifetime) { Plan = ScanPlan.Local };
        var hook = new PreAnnotationHook(Store, FolderUrlSigner.ForThisMachine(TimeProvider.System), settings, Decoders.At(null));
        await Parallel.ForAsync(0, manifest.Count, cancel, async (i, token) =>
        {
            if (manifest.Unlabeled(i) is { } line)
            {
                byte[] request = [.. Encoding.UTF8.GetBytes($$"""{"version":"2018-10-16","labelingJobArn":"{{Arn}}","dataObject":"""), .. line, (byte)'}'];
                _ = await hook.HandleAsync(request, HookContext.None with { Deadline = token }).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }

    /// <summary>Consolidates the payload.</summary>
    /// <returns>Labels, in the payload's order.</returns>
    public async Task<IReadOnlyList<LabelBytes>> ConsolidateAsync(string labelAttribute, CancellationToken cancel)
    {
        var request = $$"""
            {"version":"2018-10-16","labelingJobArn":"{{Arn}}","labelAttributeName":"{{JsonEncodedText.Encode(labelAttribute)}}","payload":{"s3Uri":"{{Payload}}"},"outputConfig":"{{Annotations}}"}
            """;
        var response = await post.HandleAsync(Encoding.UTF8.GetBytes(request), new HookContext(log, CancellationToken.None, cancel)).ConfigureAwait(false);
        return LabelBytes.Of(response, labelAttribute);
    }

    private static BucketFolders MediaBuckets(IReadOnlyList<string> given)
    {
        try
        {
            return BucketFolders.Parse(string.Join(';', given), "--bucket");
        }
        catch (HookException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private sealed class WarningCount : IHookLog
    {
        private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

        public void Write(HookEvent happening)
        {
            if (happening.Warning)
            {
                var name = happening.Reason is null ? happening.Name : $"{happening.Name} ({happening.Reason})";
                lock (counts)
                {
                    counts[name] = counts.GetValueOrDefault(name) + 1;
                }
            }
        }

        public IEnumerable<string> Lines() => counts.Select(c => $"{c.Key}, {c.Value} times");
    }
}
