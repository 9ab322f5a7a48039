using LambdaHooks.Folders;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;
using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>Peaks of all media of one call, several at a time, and a line for everything a person should know.</summary>
/// <param name="screen">Where lines go.</param>
/// <param name="tools">What scans and decodes.</param>
/// <param name="request">What was asked for.</param>
internal sealed class PeakRun(Screen screen, PeakTools tools, PeakRequest request)
{
    /// <summary>Makes them.</summary>
    /// <returns>Exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var inputs = PeakInputs.Find(request.Inputs);
        if (inputs.Count == 0)
        {
            throw new UsageException($"There is no medium in {string.Join(", ", request.Inputs)}.");
        }

        var store = new Lazy<IObjectStore>(Store);
        var plan = PeakPlan.Of(request, inputs, tools);
        var job = new PeakJob(tools, request, () => store.Value, plan.NamesAreMadeUp);
        var outcomes = request.Quiet
            ? await RunAsync(job, plan.Pairs, _ => { }, cancel).ConfigureAwait(false)
            : await screen.WithProgressAsync("peaks", progress => RunAsync(job, plan.Pairs, progress, cancel)).ConfigureAwait(false);
        Tell(plan.Pairs, outcomes);
        return outcomes.OfType<PeakOutcome.Failed>().Any() ? ExitCode.Different : ExitCode.Same;
    }

    private IObjectStore Store() => request.Buckets.Count > 0 ? new FolderStore(Folders()) : tools.Store();

    private BucketFolders Folders()
    {
        try
        {
            return BucketFolders.Parse(string.Join(';', request.Buckets), "--bucket");
        }
        catch (HookException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private async Task<PeakOutcome[]> RunAsync(PeakJob job, IReadOnlyList<(PeakInput Input, PeakTarget Target)> pairs, Action<double> progress, CancellationToken cancel)
    {
        var outcomes = new PeakOutcome[pairs.Count];
        var parts = new double[pairs.Count];
        var (total, turn) = (0.0, new Lock());
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = request.Jobs, CancellationToken = cancel };
        var plan = pairs.Count == 1 || request.Jobs == 1 ? ScanPlan.Local : ScanPlan.OneCore;
        await Parallel.ForAsync(0, pairs.Count, atOnce, async (i, stop) =>
        {
            outcomes[i] = await job.RunAsync(pairs[i].Input, pairs[i].Target, plan, part => Report(i, part), stop).ConfigureAwait(false);
            Report(i, 1);
        }).ConfigureAwait(false);
        return outcomes;

        void Report(int i, double part)
        {
            lock (turn)
            {
                total += part - parts[i];
                parts[i] = part;
                progress(total / parts.Length);
            }
        }
    }

    private void Tell(string name, PeakOutcome.Made made)
    {
        if (made.Notice is { } notice && !request.Quiet)
        {
            screen.Line($"{name}: {notice}");
        }

        if (made.Loudness is { } loudness)
        {
            screen.Line($"{name}: {loudness}");
        }
    }

    private void Tell(IReadOnlyList<(PeakInput Input, PeakTarget Target)> pairs, PeakOutcome[] outcomes)
    {
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i] is PeakOutcome.Failed { Reason: var reason })
            {
                screen.Bad($"{pairs[i].Input.Name}: {reason}");
            }
            else if (outcomes[i] is PeakOutcome.Made made)
            {
                Tell(pairs[i].Input.Name, made);
            }
        }

        if (!request.Quiet)
        {
            screen.Line($"{outcomes.Count(o => o is PeakOutcome.Made)} made, {outcomes.Count(o => o is PeakOutcome.Kept)} kept, {outcomes.Count(o => o is PeakOutcome.Failed)} failed");
        }
    }
}
