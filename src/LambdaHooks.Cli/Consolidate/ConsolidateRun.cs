using LambdaHooks.Cli.Report;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Cli.Consolidate;

/// <summary>
/// One whole job: its answers become one consolidation request, the hook consolidates it, and what comes back is written for people and
/// for trainers.
/// </summary>
internal sealed class ConsolidateRun(Screen screen, ConsolidateRequest request)
{
    private static readonly string[] Records = ["preferences.jsonl", "sft.jsonl"];

    private readonly JobNotices notices = new();

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var source = AnswerSources.Find(request.AnswersPath);
        var manifestPath = request.IsManifest ? request.Input : request.Manifest ?? source.ManifestPath;
        var job = request.Job ?? JobText.NameFrom(request.IsManifest ? Path.GetFileNameWithoutExtension(request.Input) : source.Name);
        var manifest = manifestPath is null ? null : JobManifest.Read(manifestPath);
        var labelAttribute = request.LabelAttribute ?? manifest?.LabelAttributeOf(job) ?? job;
        _ = Directory.CreateDirectory(request.OutFolder);
        var bench = new JobBench(job, request);
        if (manifest is not null)
        {
            manifest.LabelAttribute = labelAttribute;
            var media = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(manifestPath!))!, "media");
            await bench.PrepareAsync(manifest, Directory.Exists(media) ? media : null, cancel).ConfigureAwait(false);
        }

        var (objects, hash) = WritePayload(source, bench, manifest, job, cancel);
        if (objects == 0)
        {
            Tell();
            screen.Bad("No answer could be read, so nothing was consolidated.");
            return ExitCode.Different;
        }

        var labels = await bench.ConsolidateAsync(labelAttribute, cancel).ConfigureAwait(false);
        var shelf = new LabelShelf(labels, new LabelLoader(bench.Store));
        var tally = new LabelTally(job);
        var files = new LabelFiles(request.OutFolder, job, labelAttribute, TimeProvider.System);
        await files.WriteAsync(manifest, shelf, notices, tally, cancel).ConfigureAwait(false);
        foreach (var warning in bench.Warnings)
        {
            notices.Add(NoticeKinds.Warnings, warning);
        }

        var batch = WriteBatch(bench, hash, tally);
        var reportPath = await WriteReportAsync(batch, manifest, shelf, tally, cancel).ConfigureAwait(false);
        new ConsolidateSummary(screen).Show(batch);
        Tell();
        new ConsolidateSummary(screen).ShowPaths([files.ManifestPath, files.LinesPath, .. Records.Append(BatchFile.Name).Select(InOut), reportPath]);
        return tally.Consolidated > 0 ? ExitCode.Same : ExitCode.Different;
    }

    private (int Objects, string Hash) WritePayload(IAnswerSource source, JobBench bench, JobManifest? manifest, string job, CancellationToken cancel)
    {
        using var payload = new PayloadFile(bench.PayloadPath, id => manifest?.TokenOf(id, job));
        source.WriteTo(payload, manifest, notices, cancel);
        return (payload.Count, payload.Finish());
    }

    /// <summary>Puts what the hook wrote about the batch beside the labels; what an earlier run left there never stays.</summary>
    private BatchWire WriteBatch(JobBench bench, string hash, LabelTally tally)
    {
        foreach (var name in Records)
        {
            var path = bench.RecordPath(hash, name);
            File.WriteAllBytes(InOut(name), path is null ? [] : File.ReadAllBytes(path));
        }

        var written = bench.RecordPath(hash, BatchFile.Name) is { } file ? BatchFile.Read(File.ReadAllBytes(file)) : null;
        var batch = written ?? tally.ToBatch();
        File.WriteAllBytes(InOut(BatchFile.Name), BatchFile.Write(batch));
        return batch;
    }

    private async Task<string> WriteReportAsync(BatchWire batch, JobManifest? manifest, LabelShelf shelf, LabelTally tally, CancellationToken cancel)
    {
        var path = InOut("report.html");
        var output = new StreamWriter(path, append: false, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
        await using (output.ConfigureAwait(false))
        {
            var objects = new ReportObjects(batch, shelf, manifest, request.ReportObjects);
            await new HtmlReport(batch, objects, WorkerNames.Of(tally.Names, request.HideWorkers), [.. notices.Lines()]).WriteAsync(output, cancel).ConfigureAwait(false);
        }

        return path;
    }

    private void Tell()
    {
        foreach (var line in notices.Lines())
        {
            screen.Bad(line);
        }
    }

    private string InOut(string name) => Path.Combine(request.OutFolder, name);
}
