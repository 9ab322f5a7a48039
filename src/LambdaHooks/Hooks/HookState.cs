using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LambdaHooks.GroundTruth;
using LambdaHooks.Media;

namespace LambdaHooks.Hooks;

/// <summary>What hooks remember between invocations, under one place that all jobs share: peaks and task contexts.</summary>
/// <param name="store">Where.</param>
/// <param name="location">Prefix of every key.</param>
public sealed class HookState(IObjectStore store, ObjectUri location)
{
    private const long MostContextBytes = 1 << 20;

    /// <summary>Gold answers for all that a job may have.</summary>
    private const long MostKnownBytes = 64 << 20;

    /// <summary>Over the largest levels there are: <see cref="PeakMaker.MostPeaks"/> pairs, and a third of that again for the coarser ones.</summary>
    private const long MostLevelsBytes = 32 << 20;

    private const string PeakSettings = "v2:mono:1ms:x4:overview2000x8";
    private const string Json = "application/json";

    /// <summary>
    /// Where the zoom levels of a medium lie, or will. Unfinished ones lie by themselves, so that an invocation that was cut can never
    /// replace what another finished meanwhile: no store writes levels and summary at once.
    /// </summary>
    /// <param name="medium">The medium.</param>
    /// <param name="tag">Its version.</param>
    /// <param name="doneFrames">Frames that they cover; null for all.</param>
    public ObjectUri LevelsOf(ObjectUri medium, string tag, long? doneFrames = null) => PeaksUri(medium, tag, doneFrames is null ? "levels" : $"{doneFrames}.levels");

    /// <summary>What is remembered about a medium; null where nothing is, or nothing readable.</summary>
    internal async Task<KeptPeaksWire?> FindPeaksAsync(ObjectUri medium, string tag, CancellationToken cancel)
    {
        try
        {
            var bytes = await FindAsync(PeaksUri(medium, tag, "json"), MostContextBytes, cancel).ConfigureAwait(false);
            return bytes is not null && Parse(bytes, WireContext.Wire.KeptPeaksWire) is { } kept && kept.IsUsable() ? kept : null;
        }
        catch (StoreException)
        {
            // The medium itself can be reached; a memory that cannot be must not take it from the worker.
            return null;
        }
    }

    /// <summary>The peaks of a medium that an earlier invocation could not finish; null where they are gone or damaged.</summary>
    internal async Task<PeakPyramid?> FindUnfinishedAsync(ObjectUri medium, string tag, KeptPeaksWire kept, CancellationToken cancel)
    {
        try
        {
            var levels = PeakFile.Read(await store.ReadAllAsync(LevelsOf(medium, tag, kept.DoneFrames), MostLevelsBytes, cancel).ConfigureAwait(false));
            return kept.DoneFrames < levels.Frames ? levels with { Overview = new PeakOverview(kept.Overview!.Data), DoneFrames = kept.DoneFrames.Value } : null;
        }
        catch (Exception e) when (e is StoreException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Remembers a medium's peaks: the levels first, so that whoever finds the summary finds them too.</summary>
    internal async Task KeepPeaksAsync(ObjectUri medium, string tag, PeakPyramid pyramid, KeptPeaksWire summary, CancellationToken cancel)
    {
        await store.WriteAsync(LevelsOf(medium, tag, summary.DoneFrames), PeakFile.Write(pyramid), "application/octet-stream", null, cancel).ConfigureAwait(false);
        await KeepSummaryAsync(medium, tag, summary, cancel).ConfigureAwait(false);
    }

    /// <summary>Remembers what is known about a medium whose levels are kept already, or which has none.</summary>
    internal Task KeepSummaryAsync(ObjectUri medium, string tag, KeptPeaksWire summary, CancellationToken cancel) =>
        store.WriteAsync(PeaksUri(medium, tag, "json"), JsonSerializer.SerializeToUtf8Bytes(summary, WireContext.Wire.KeptPeaksWire), Json, null, cancel);

    /// <summary>Where people put what they know about a job, below the state's location.</summary>
    internal static string KnownName(string job) => $"known/{job}.json";

    /// <summary>What is known about a job; null where nobody put anything there.</summary>
    /// <exception cref="HookException">What is there cannot be read; the message names the field.</exception>
    internal async Task<JobKnowledge?> FindKnownAsync(string job, CancellationToken cancel) =>
        await FindAsync(location.Append(KnownName(job)), MostKnownBytes, cancel).ConfigureAwait(false) is { } bytes ? JobKnowledgeReader.Read(bytes) : null;

    /// <summary>The context of a task; null where none is kept, or the token is no token.</summary>
    /// <param name="token">As an answer echoed it.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<TaskContextWire?> FindContextAsync(string token, CancellationToken cancel)
    {
        if (token.Length != 64 || !token.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        var bytes = await FindAsync(ContextUri(token), MostContextBytes, cancel).ConfigureAwait(false);
        return bytes is not null && Parse(bytes, WireContext.Wire.TaskContextWire) is { } context && HasUsableMedia(context) ? context : null;
    }

    /// <summary>Keeps the context of a task.</summary>
    /// <param name="token">The task's token.</param>
    /// <param name="context">Its context.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task KeepContextAsync(string token, TaskContextWire context, CancellationToken cancel) =>
        store.WriteAsync(ContextUri(token), JsonSerializer.SerializeToUtf8Bytes(context, WireContext.Wire.TaskContextWire), Json, null, cancel);

    /// <summary>What was read back may lack members, whatever their types say.</summary>
    private static bool HasUsableMedia(TaskContextWire context) =>
        context.Media is { } media && media.All(m => m?.Id is not null) && media.DistinctBy(m => m.Id, StringComparer.Ordinal).Count() == media.Count;

    private ObjectUri ContextUri(string token) => location.Append($"context/{token}");

    private ObjectUri PeaksUri(ObjectUri medium, string tag, string ending)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{medium}\n{tag}\n{PeakSettings}"));
        return location.Append($"peaks/{Convert.ToHexStringLower(key)}.{ending}");
    }

    private async Task<byte[]?> FindAsync(ObjectUri uri, long limit, CancellationToken cancel)
    {
        try
        {
            return await store.ReadAllAsync(uri, limit, cancel).ConfigureAwait(false);
        }
        catch (StoreException e) when (e.Fault is StoreFault.Missing or StoreFault.Denied)
        {
            // Without permission to list a bucket, S3 says "denied" for objects that do not exist.
            return null;
        }
    }

    private static T? Parse<T>(byte[] bytes, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
