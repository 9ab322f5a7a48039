using System.CommandLine;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Consolidate;

/// <summary><c>lambdahooks consolidate</c>: a whole job at once, through the hook that Ground Truth calls in batches.</summary>
internal sealed class ConsolidateCommand
{
    private const int DefaultReportObjects = 200;

    private readonly Argument<string> input = new("folder|manifest")
    {
        Description = "A job's output folder in Ground Truth's layout, at that folder or below it; a folder of consolidation requests or one of them (*.json); or a manifest (*.manifest).",
    };

    private readonly Option<string> folder = new("--out") { Description = "Folder for everything that is written.", DefaultValueFactory = _ => Path.Combine("out", "consolidated") };
    private readonly Option<string?> answers = new("--answers") { Description = "Where the answers to a manifest lie: a file or a folder. Default: answers/NAME.json beside it." };
    private readonly Option<string?> manifest = new("--manifest") { Description = "The manifest of a folder's job. Default: manifests/output/output.manifest in the job's folder." };
    private readonly Option<string?> job = new("--job") { Description = "The job's name. Default: that of its folder or manifest." };
    private readonly Option<string?> labelAttribute = new("--label-attribute") { Description = "Key under which labels go. Default: the one the job's output manifest has, else the job's name." };
    private readonly Option<string?> known = new("--known") { Description = "JSON file with what is known before: reliabilities, use, exclude, tracks, gold." };
    private readonly Option<string?> state = new("--state") { Description = "Folder with the job's task contexts (context/…), as pre-annotation kept them. Default: made again from the manifest." };
    private readonly Option<string[]> buckets = new("--bucket") { Description = "bucket=folder with the manifest's media, for the length of clips; may be given again. Default: a folder media beside the manifest.", DefaultValueFactory = _ => [] };
    private readonly Option<int> reportObjects = new("--report-objects") { Description = "Most objects of the report, those first in the review queue.", DefaultValueFactory = _ => DefaultReportObjects };
    private readonly Option<bool> hideWorkers = new("--hide-workers", "--workers-anonymous") { Description = "Call workers W1, W2, … in the report." };

    public static Command Create(Screen screen) => new ConsolidateCommand().Build(screen);

    private Command Build(Screen screen)
    {
        var command = new Command("consolidate", "Consolidate a whole job: labels, records for trainers, and a report to read. Exit code 0: done, 1: nothing could be consolidated, 2: wrong usage.")
        {
            input, folder, answers, manifest, job, labelAttribute, known, state, buckets, reportObjects, hideWorkers,
        };
        command.SetAction(async (arguments, cancel) => await new ConsolidateRun(screen, await ReadAsync(arguments, cancel).ConfigureAwait(false)).RunAsync(cancel).ConfigureAwait(false));
        return command;
    }

    private async Task<ConsolidateRequest> ReadAsync(ParseResult given, CancellationToken cancel)
    {
        var named = given.GetValue(input)!;
        var request = new ConsolidateRequest(named, given.GetValue(folder)!)
        {
            Answers = given.GetValue(answers),
            Manifest = given.GetValue(manifest),
            Job = given.GetValue(job),
            LabelAttribute = given.GetValue(labelAttribute),
            State = given.GetValue(state),
            Buckets = given.GetValue(buckets) ?? [],
            Known = given.GetValue(known) is { } path ? await ReadKnownAsync(path, cancel).ConfigureAwait(false) : JobKnowledge.Nothing,
            ReportObjects = given.GetValue(reportObjects),
            HideWorkers = given.GetValue(hideWorkers),
        };
        Require(!named.StartsWith('-'), $"Unknown option {named}.");
        Require(request.ReportObjects >= 0, "--report-objects must be 0 or more.");
        Require(request.IsManifest || request.Answers is null, "--answers goes with a manifest; a folder holds its own.");
        Require(!request.IsManifest || request.Manifest is null, "--manifest goes with a folder; the manifest is named already.");
        Require(request.Manifest is null || File.Exists(request.Manifest), $"There is no manifest {request.Manifest}.");
        Require(!request.IsManifest || File.Exists(named), $"There is no manifest {named}.");
        Require(request.State is null || Directory.Exists(request.State), $"There is no folder {request.State}.");
        Require(request.Job is null || JobText.IsName(request.Job), "--job must be letters, digits, hyphens, underscores and dots.");
        Require(request.LabelAttribute != "", "--label-attribute must not be empty.");
        return request;
    }

    private static async Task<JobKnowledge> ReadKnownAsync(string path, CancellationToken cancel)
    {
        Require(File.Exists(path), $"There is no file {path}.");
        try
        {
            return JobKnowledgeReader.Read(await File.ReadAllBytesAsync(path, cancel).ConfigureAwait(false));
        }
        catch (HookException e)
        {
            throw new UsageException($"--known {path}: {e.Message}");
        }
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new UsageException(otherwise);
        }
    }
}
