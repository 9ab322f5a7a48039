using System.Diagnostics;
using LambdaHooks.Answers;
using LambdaHooks.GroundTruth;
using LambdaHooks.Media;

namespace LambdaHooks.Hooks;

/// <summary>
/// Pre-annotation: a manifest line in, the task input of the worker's page out, with signed URLs and peaks, and the task's context kept
/// for post-annotation.
/// </summary>
/// <remarks>
/// Only an unreadable request is an error, since one error fails the whole labeling job. A line that cannot be used becomes a task that
/// says why.
/// </remarks>
public sealed class PreAnnotationHook : IHook
{
    private const string SingleMedium = "source";

    private readonly HookState state;
    private readonly MediumPreparation media;
    private readonly bool measuresSingleMedia;

    /// <summary>Makes the hook.</summary>
    /// <param name="store">Where media and state lie.</param>
    /// <param name="signer">Signs their URLs.</param>
    /// <param name="settings">What the process was told.</param>
    /// <param name="decoder">Reads media that are not WAV; null where nothing can, and they come without peaks.</param>
    /// <param name="clock">The time, for waits between attempts to read a medium; null for the system's.</param>
    public PreAnnotationHook(IObjectStore store, IUrlSigner signer, PreAnnotationSettings settings, IMediaDecoder? decoder = null, TimeProvider? clock = null)
    {
        state = new HookState(store, settings.State);
        media = new MediumPreparation(store, signer, state, settings, decoder, clock ?? TimeProvider.System);
        measuresSingleMedia = settings.MeasureLoudness;
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> HandleAsync(ReadOnlyMemory<byte> request, HookContext context)
    {
        var started = Stopwatch.GetTimestamp();
        using var read = PreAnnotationRequest.Read(request);
        var line = read.Line;
        if (line.Problem is { } problem)
        {
            return Refuse(line, problem, read.Job, context);
        }

        if (line.IsTooLong)
        {
            return Refuse(line, $"line-too-long: the manifest line has more than {ManifestLine.MostCharacters} characters", read.Job, context);
        }

        var entries = await PrepareAsync(line, context).ConfigureAwait(false);
        var token = await KeepContextAsync(line, read.Job, entries, context).ConfigureAwait(false);
        LogReasons(entries, read.Job, context);
        context.Log.Write(new HookEvent("task-prepared") { Job = read.Job, Count = entries.Count, Duration = Stopwatch.GetElapsedTime(started) });
        var input = new TaskInputWire(token, KindOf(line, entries), entries) { Notices = NoticesOf(line, token) };
        return WithinLimit(line, input) ?? Refuse(line, $"task-too-large: the media alone take more than {PreAnnotationResponse.MostCharacters} characters", read.Job, context);
    }

    private static byte[] Refuse(ManifestLine line, string reason, string job, HookContext context)
    {
        context.Log.Write(new HookEvent("line-refused") { Warning = true, Job = job, Reason = HookEvent.CodeOf(reason) });
        var source = line.Source is { Length: <= 2048 };
        return PreAnnotationResponse.Write(line, new TaskInputWire(null, "audio", [new TaskMediaWire(SingleMedium) { Reason = reason }]), source ? PassedKeys.Source : PassedKeys.None);
    }

    private async Task<IReadOnlyList<TaskMediaWire>> PrepareAsync(ManifestLine line, HookContext context)
    {
        if (!line.IsComparison)
        {
            var (place, problem) = line.Medium;
            return [problem is null ? await media.PrepareAsync(SingleMedium, place, measuresSingleMedia, context).ConfigureAwait(false) : new TaskMediaWire(SingleMedium) { Reason = problem }];
        }

        if (ProblemOf(line.Candidates) is { } unusable)
        {
            return [new TaskMediaWire(SingleMedium) { Reason = $"unusable-candidates: {unusable}" }];
        }

        // One after the other: each may hold some megabytes of samples.
        var entries = new List<TaskMediaWire>();
        foreach (var candidate in line.Candidates)
        {
            entries.Add(await media.PrepareAsync(candidate.Id!, candidate.SourceRef, wantsLoudness: true, context).ConfigureAwait(false));
        }

        return entries;
    }

    private static string? ProblemOf(IReadOnlyList<Candidate> candidates) =>
        candidates.Count is < 2 or > Preference.MostCandidates ? $"a comparison needs 2 to {Preference.MostCandidates} candidates, there are {candidates.Count}"
        : candidates.Any(c => string.IsNullOrEmpty(c.Id)) ? "every candidate needs an id"
        : candidates.DistinctBy(c => c.Id, StringComparer.Ordinal).Count() != candidates.Count ? "two candidates have the same id"
        : null;

    private async Task<string?> KeepContextAsync(ManifestLine line, string job, IReadOnlyList<TaskMediaWire> entries, HookContext context)
    {
        var token = line.TokenFor(job);
        try
        {
            await state.KeepContextAsync(token, ContextOf(line, job, entries), context.End).ConfigureAwait(false);
            return token;
        }
        catch (Exception e) when (e is StoreException || (e is OperationCanceledException && context.End.IsCancellationRequested))
        {
            var reason = e is StoreException refused ? HookEvent.CodeOf(refused.Message) : "no-time";
            context.Log.Write(new HookEvent("context-not-kept") { Warning = true, Job = job, Reason = reason });
            return null;
        }
    }

    private static TaskContextWire ContextOf(ManifestLine line, string job, IReadOnlyList<TaskMediaWire> entries) => new(job, line.Source)
    {
        Prompt = line.Prompt,
        PromptId = line.PromptId,
        Transcription = line.Transcription,
        Tracks = line.Tracks,
        Media = [.. entries.Select(e => new ContextMediaWire(e.Id, e.S3Uri, line.Candidates.FirstOrDefault(c => c.Id == e.Id)?.Model, e.DurationSeconds))],
    };

    private static string KindOf(ManifestLine line, IReadOnlyList<TaskMediaWire> entries) =>
        line.IsComparison ? "compare" : entries.Any(e => e.Type?.StartsWith("video/", StringComparison.Ordinal) == true) ? "video" : "audio";

    private static string[]? NoticesOf(ManifestLine line, string? token)
    {
        string[] notices =
        [
            .. token is null ? ["no-context: the task's context could not be kept; preferences will not become pairs"] : Array.Empty<string>(),
            .. line.Members.Any(m => m.Name == "lambdahooks") ? ["reserved-key: the line's own key lambdahooks was replaced"] : Array.Empty<string>(),
        ];
        return notices.Length == 0 ? null : notices;
    }

    /// <summary>Leaves overviews out, then further keys of the line, until the task input fits; null where it never does.</summary>
    private static byte[]? WithinLimit(ManifestLine line, TaskInputWire input)
    {
        var slim = input with { Media = [.. input.Media.Select(m => m with { Peaks = m.Peaks is null ? null : m.Peaks with { Overview = null } })] };
        var bare = slim with { Notices = [.. slim.Notices ?? [], "keys-left-out: the line's own keys had no room"] };
        (TaskInputWire Input, PassedKeys Keys)[] attempts = [(input, PassedKeys.All), (slim, PassedKeys.All), (bare, PassedKeys.Source), (bare, PassedKeys.None)];
        return attempts.Select(a => PreAnnotationResponse.Write(line, a.Input, a.Keys)).FirstOrDefault(Fits);
    }

    private static bool Fits(byte[] response) =>
        response.Length <= PreAnnotationResponse.MostCharacters || System.Text.Encoding.UTF8.GetCharCount(response) <= PreAnnotationResponse.MostCharacters;

    private static void LogReasons(IReadOnlyList<TaskMediaWire> entries, string job, HookContext context)
    {
        foreach (var entry in entries.Where(e => e.Reason is not null))
        {
            context.Log.Write(new HookEvent("medium-incomplete") { Job = job, Reason = HookEvent.CodeOf(entry.Reason!), Warning = entry.Url is null });
        }

        foreach (var _ in entries.Where(e => e.Notice?.Contains(MediumEntries.Unfinished, StringComparison.Ordinal) == true))
        {
            context.Log.Write(new HookEvent("medium-incomplete") { Job = job, Reason = MediumEntries.Unfinished });
        }
    }
}
