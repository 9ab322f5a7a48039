using System.CommandLine;
using LambdaHooks.Folders;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli;

/// <summary><c>lambdahooks replay</c>: recorded events through the same hooks, compared with what is expected.</summary>
internal static class ReplayCommand
{
    public static Command Create(Screen screen)
    {
        var events = new Argument<string[]>("event") { Description = "Event files: requests as Ground Truth sends them.", Arity = ArgumentArity.OneOrMore };
        events.Validators.Add(named =>
        {
            foreach (var token in named.Tokens.Where(t => t.Value.StartsWith('-')))
            {
                named.AddError($"Unknown option {token.Value}.");
            }
        });
        var bucket = new Option<string[]>("--bucket")
        {
            Description = "bucket=folder, or bucket=folder|read-only folder; may be given again. The hooks write into the folder. Default: the buckets of the project's own events.",
            DefaultValueFactory = _ => [],
        };
        var folder = new Option<string?>("--out") { Description = "Keep what the hooks write to the default buckets, in this folder. Default: it is thrown away." };
        var accept = new Option<bool>("--accept") { Description = "Write each response as the expected one instead of comparing. Read the result before you keep it." };
        var command = new Command("replay", "Run recorded events and compare with *.expected.json. Exit code 0: same, 1: different, 2: wrong usage.") { events, bucket, folder, accept };
        command.SetAction((arguments, cancel) => RunAsync(
            screen,
            [.. arguments.GetValue(events)!.Where(e => !e.EndsWith(RecordedEvent.ExpectedEnding, StringComparison.Ordinal))],
            arguments.GetValue(bucket)!,
            arguments.GetValue(folder),
            arguments.GetValue(accept),
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, string[] paths, string[] buckets, string? outFolder, bool accept, CancellationToken cancel)
    {
        if (paths.Length == 0)
        {
            throw new UsageException($"Only files that end with {RecordedEvent.ExpectedEnding} were named; name the events they belong to.");
        }

        if (buckets.Length > 0 && outFolder is not null)
        {
            throw new UsageException("--out is for the default buckets; with --bucket, the hooks write into the folders it names.");
        }

        var events = paths.Select(RecordedEvent.Open).ToArray();
        if (!accept && events.FirstOrDefault(e => !File.Exists(e.ExpectedPath)) is { } unexpected)
        {
            throw new UsageException($"{unexpected.ExpectedPath} is not there; --accept writes it.");
        }

        var kept = outFolder is not null;
        var folder = outFolder ?? Directory.CreateTempSubdirectory("lambdahooks-").FullName;
        try
        {
            var different = 0;
            for (var i = 0; i < events.Length; i++)
            {
                // Each event finds the same state, whichever events ran before it.
                var bench = new Workbench(BucketsFor(buckets, kept ? folder : Path.Combine(folder, $"{i}")), new FixedClock(), decoder: null);
                different += await ReplayAsync(screen, events[i], bench, accept, cancel).ConfigureAwait(false) ? 0 : 1;
            }

            screen.Line(accept ? $"{events.Length} accepted" : $"{events.Length - different} same, {different} different");
            return different == 0 ? ExitCode.Same : ExitCode.Different;
        }
        finally
        {
            if (!kept)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task<bool> ReplayAsync(Screen screen, RecordedEvent recorded, Workbench bench, bool accept, CancellationToken cancel)
    {
        var response = await recorded.RunAsync(bench, cancel).ConfigureAwait(false);
        if (accept)
        {
            await recorded.AcceptAsync(response, cancel).ConfigureAwait(false);
            return true;
        }

        var differences = JsonDifference.Between(await recorded.ExpectedAsync(cancel).ConfigureAwait(false), ExpectedJson.Comparable(response));
        if (differences.Count > 0)
        {
            screen.Bad($"different: {recorded.Path}");
            await new ReplayReport(screen, bench.Store).ShowAsync(recorded, response, differences, cancel).ConfigureAwait(false);
        }

        return differences.Count == 0;
    }

    private static BucketFolders BucketsFor(string[] buckets, string folder)
    {
        if (buckets.Length > 0)
        {
            return ParseBuckets(buckets);
        }

        var events = SampleFolders.Find("events") ?? throw new UsageException("There is no folder events here or above; name the buckets with --bucket.");
        var samples = SampleFolders.Find("samplemanifests") ?? throw new UsageException("There is no folder samplemanifests here or above; name the buckets with --bucket.");
        return new BucketFolders()
            .Add(Workbench.Samples, Path.Combine(samples, "media"))
            .Add("lambdahooks-broken", Path.Combine(events, "media"))
            .Add(Workbench.Labeling, Path.Combine(folder, "labeling"), Path.Combine(events, "labeling"))
            .Add(Workbench.State, Path.Combine(folder, "state"), Path.Combine(events, "state"));
    }

    private static BucketFolders ParseBuckets(string[] buckets)
    {
        try
        {
            return BucketFolders.Parse(string.Join(';', buckets), "--bucket");
        }
        catch (HookException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
