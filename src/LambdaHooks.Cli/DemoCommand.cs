using System.CommandLine;
using LambdaHooks.Folders;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Cli;

/// <summary><c>lambdahooks demo</c>: the main job on what ships with the project.</summary>
internal static class DemoCommand
{
    private const long MostRecordBytes = 256 << 20;

    private static readonly string[] Jobs = ["single-clips", "comparisons"];

    public static Command Create(Screen screen)
    {
        var folder = new Option<string>("--out") { Description = "Folder for everything that is written.", DefaultValueFactory = _ => Path.Combine("out", "demo") };
        var samples = new Option<string?>("--samples") { Description = "Folder with manifests, recorded answers and media. Default: samplemanifests, here or in a folder above." };
        var command = new Command("demo", "Run both hooks on the sample manifests: task inputs, consolidated tracks, preference pairs and SFT records.") { folder, samples };
        command.SetAction((arguments, cancel) => RunAsync(screen, arguments.GetValue(folder)!, arguments.GetValue(samples), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, string outFolder, string? samples, CancellationToken cancel)
    {
        samples ??= SampleFolders.Find("samplemanifests") ?? throw new UsageException("There is no folder samplemanifests here or above; name it with --samples.");
        if (Jobs.FirstOrDefault(j => !File.Exists(Path.Combine(samples, $"{j}.manifest"))) is { } missing)
        {
            throw new UsageException($"{samples} has no {missing}.manifest.");
        }

        _ = Directory.CreateDirectory(outFolder);
        var buckets = new BucketFolders()
            .Add(Workbench.Samples, Path.Combine(samples, "media"))
            .Add(Workbench.Labeling, Path.Combine(outFolder, "labeling"))
            .Add(Workbench.State, Path.Combine(outFolder, "state"));
        var bench = new Workbench(buckets, TimeProvider.System, Decoders.At(null));
        DemoJob[] jobs = [.. Jobs.Select(name => new DemoJob(name, samples, outFolder, bench, TimeProvider.System))];
        var results = new List<(string Job, DemoObject Object)>();
        for (var i = 0; i < jobs.Length; i++)
        {
            var done = await screen.WithProgressAsync(Jobs[i], progress => jobs[i].RunAsync(progress, cancel)).ConfigureAwait(false);
            results.AddRange(done.Select(o => (Jobs[i], o)));
        }

        var loader = new LabelLoader(bench.Store);
        var report = new DemoReport(screen);
        var places = new List<RecordsWire>();
        foreach (var (job, result) in results)
        {
            var label = await loader.LoadAsync(result.Label.Json, cancel).ConfigureAwait(false);
            report.Show(job, result, label);
            places.AddRange(label?.Records is { } records ? [records] : []);
        }

        IReadOnlyList<(string Path, int Lines)> written =
        [
            await GatherAsync(bench, Path.Combine(outFolder, "preferences.jsonl"), places.Select(p => p.Preferences), cancel).ConfigureAwait(false),
            await GatherAsync(bench, Path.Combine(outFolder, "sft.jsonl"), places.Select(p => p.Sft), cancel).ConfigureAwait(false),
        ];
        ShowPaths(screen, outFolder, jobs, written, results.Count);
        return ExitCode.Same;
    }

    /// <summary>Joins the records of all jobs into one file; those that an earlier run left in the same folder are not among them.</summary>
    private static async Task<(string Path, int Lines)> GatherAsync(Workbench bench, string path, IEnumerable<string?> places, CancellationToken cancel)
    {
        using var gathered = new MemoryStream();
        foreach (var place in places.OfType<string>().Distinct())
        {
            _ = ObjectUri.TryParse(place, out var uri);
            gathered.Write(await bench.Store.ReadAllAsync(uri!, MostRecordBytes, cancel).ConfigureAwait(false));
        }

        var records = gathered.ToArray();
        await File.WriteAllBytesAsync(path, records, cancel).ConfigureAwait(false);
        return (path, records.AsSpan().Count((byte)'\n'));
    }

    private static void ShowPaths(Screen screen, string outFolder, DemoJob[] jobs, IReadOnlyList<(string Path, int Lines)> records, int objects)
    {
        screen.Title("Written");
        screen.Line($"  {Path.Combine(outFolder, "task-inputs")}{Path.DirectorySeparatorChar}*.json  {objects} task inputs, ready for the worker's page");
        foreach (var job in jobs)
        {
            screen.Line($"  {job.ManifestPath}  consolidated manifest");
        }

        foreach (var (path, lines) in records)
        {
            screen.Line($"  {path}  {lines} records");
        }
    }
}
