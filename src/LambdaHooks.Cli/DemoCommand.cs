using System.CommandLine;
using LambdaHooks.Folders;
using LambdaHooks.Hooks;

namespace LambdaHooks.Cli;

/// <summary><c>lambdahooks demo</c>: the main job on what ships with the project.</summary>
internal static class DemoCommand
{
    private static readonly string[] Jobs = ["single-clips", "comparisons"];
    private static readonly string[] RecordFiles = ["preferences.jsonl", "sft.jsonl"];

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
        var bench = new Workbench(buckets, TimeProvider.System);
        DemoJob[] jobs = [.. Jobs.Select(name => new DemoJob(name, samples, outFolder, bench, TimeProvider.System))];
        var results = new List<(string Job, DemoObject Object)>();
        for (var i = 0; i < jobs.Length; i++)
        {
            var done = await screen.WithProgressAsync(Jobs[i], progress => jobs[i].RunAsync(progress, cancel)).ConfigureAwait(false);
            results.AddRange(done.Select(o => (Jobs[i], o)));
        }

        var report = new DemoReport(screen, new LabelLoader(bench.Store));
        foreach (var (job, result) in results)
        {
            await report.ShowAsync(job, result, cancel).ConfigureAwait(false);
        }

        ShowPaths(screen, outFolder, jobs, await GatherRecordsAsync(outFolder, cancel).ConfigureAwait(false), results.Count);
        return ExitCode.Same;
    }

    /// <summary>Joins the records of all jobs, in a fixed order, into one file a kind.</summary>
    private static async Task<IReadOnlyList<(string Path, int Lines)>> GatherRecordsAsync(string outFolder, CancellationToken cancel)
    {
        var gathered = new List<(string Path, int Lines)>();
        foreach (var name in RecordFiles)
        {
            var parts = Directory.EnumerateFiles(Path.Combine(outFolder, "labeling"), name, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
            var lines = new List<string>();
            foreach (var part in parts)
            {
                lines.AddRange(await File.ReadAllLinesAsync(part, cancel).ConfigureAwait(false));
            }

            var path = Path.Combine(outFolder, name);
            await File.WriteAllTextAsync(path, string.Concat(lines.Select(l => l + "\n")), cancel).ConfigureAwait(false);
            gathered.Add((path, lines.Count));
        }

        return gathered;
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
