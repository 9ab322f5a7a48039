using System.Globalization;
using LambdaHooks.GroundTruth;
using LambdaHooks.Media;

namespace LambdaHooks.Hooks;

/// <summary>Prepares one medium for the page: looks at it, makes or finds its peaks, signs its URLs.</summary>
internal sealed class MediumPreparation(IObjectStore store, IUrlSigner signer, HookState state, PreAnnotationSettings settings)
{
    /// <summary>Never throws for what the line or the medium is like: what cannot be used has a reason.</summary>
    /// <param name="id">Id that answers refer to.</param>
    /// <param name="place">What the line says about where it lies.</param>
    /// <param name="context">The invocation.</param>
    public async Task<TaskMediaWire> PrepareAsync(string id, string? place, HookContext context)
    {
        var entry = new TaskMediaWire(id);
        if (!ObjectUri.TryParse(place, out var uri))
        {
            return entry with { Reason = place is null ? "no-source: the candidate names no source-ref" : "not-an-s3-uri: the source is not s3://bucket/key" };
        }

        if (!settings.MediaBuckets.Contains(uri.Bucket))
        {
            return entry with { Reason = $"foreign-bucket: {uri.Bucket} is not one of the configured media buckets" };
        }

        try
        {
            return await PrepareAsync(entry with { S3Uri = uri.ToString() }, uri, context).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            return entry with { S3Uri = uri.ToString(), Reason = e.Message };
        }
        catch (OperationCanceledException) when (context.Deadline.IsCancellationRequested)
        {
            return Signed(entry with { S3Uri = uri.ToString(), Reason = "no-time: peaks were not ready before the invocation's deadline" }, uri);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A fault of ours in one medium must not become an error, which would fail the whole labeling job.
            context.Log.Write(new HookEvent("medium-failed") { Warning = true, Reason = e.GetType().Name });
            return entry with { S3Uri = uri.ToString(), Reason = $"internal-error: {ErrorResponse.MessageOf(e)}" };
        }
    }

    private async Task<TaskMediaWire> PrepareAsync(TaskMediaWire entry, ObjectUri uri, HookContext context)
    {
        var facts = await store.HeadAsync(uri, context.Deadline).ConfigureAwait(false);
        if (facts.Length == 0)
        {
            return entry with { Reason = "empty-object: the object has no bytes" };
        }

        var medium = new StoredMedium(store, uri, facts);
        var head = new byte[MediaType.SniffedBytes];
        var read = await medium.ReadAsync(0, head, context.Deadline).ConfigureAwait(false);
        if (MediaType.Of(head.AsSpan(0, read), uri.Key) is not { } type)
        {
            return entry with { Reason = "not-a-medium: neither its first bytes nor its name are those of a known audio or video format" };
        }

        entry = entry with { Type = type.Mime };
        return type == MediaType.Wav
            ? await WithPeaksAsync(entry, uri, medium, facts.Tag, context).ConfigureAwait(false)
            : Signed(entry with { Reason = $"no-peaks: peaks are made of WAV files, this is {type.Container}" }, uri);
    }

    private async Task<TaskMediaWire> WithPeaksAsync(TaskMediaWire entry, ObjectUri uri, StoredMedium medium, string tag, HookContext context)
    {
        if (await state.FindPeaksAsync(uri, tag, context.Deadline).ConfigureAwait(false) is { } kept)
        {
            return Described(entry, uri, tag, kept);
        }

        var header = await WavReader.ReadHeaderAsync(medium, context.Deadline).ConfigureAwait(false);
        return header is WavHeader.Readable { Frames: > 0 } readable
            ? await MakePeaksAsync(entry, uri, medium, tag, readable, context).ConfigureAwait(false)
            : entry with { Reason = header is WavHeader.Unreadable unreadable ? $"not-decodable: {unreadable}" : "not-decodable: data: there are no samples" };
    }

    private async Task<TaskMediaWire> MakePeaksAsync(
        TaskMediaWire entry, ObjectUri uri, StoredMedium medium, string tag, WavHeader.Readable header, HookContext context)
    {
        PeakPyramid pyramid;
        try
        {
            pyramid = await PeakMaker.MakeAsync(medium, header, ScanPlan.Remote, null, null, context.Deadline).ConfigureAwait(false);
        }
        catch (EndOfStreamException)
        {
            return entry with { Reason = $"object-changed: {uri} ended before its length" };
        }

        var overview = new PeakOverviewWire(pyramid.Overview.Points, 8, pyramid.Overview.Data);
        var summary = new KeptPeaksWire(header.Duration.Seconds, header.SampleRate, header.Channels, overview, header.Notice);
        try
        {
            await state.KeepPeaksAsync(uri, tag, pyramid, summary, context.End).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            context.Log.Write(new HookEvent("peaks-not-kept") { Warning = true, Reason = HookEvent.CodeOf(e.Message) });
            return Described(entry, uri, null, summary) with { Reason = "no-peaks: the zoom levels could not be kept" };
        }

        return Described(entry, uri, tag, summary);
    }

    /// <summary>The entry with the medium's facts and URLs, and with peaks where their levels are kept under <paramref name="tag"/>.</summary>
    private TaskMediaWire Described(TaskMediaWire entry, ObjectUri uri, string? tag, KeptPeaksWire kept)
    {
        var levels = tag is null ? null : state.LevelsOf(uri, tag);
        return Signed(entry, uri) with
        {
            DurationSeconds = kept.DurationSeconds,
            SampleRate = kept.SampleRate,
            Channels = kept.Channels,
            Peaks = levels is null ? null : new TaskPeaksWire(kept.Overview, levels.ToString(), signer.SignGet(levels, settings.UrlLifetime).Url),
            Notice = kept.Notice,
        };
    }

    private TaskMediaWire Signed(TaskMediaWire entry, ObjectUri uri)
    {
        var signed = signer.SignGet(uri, settings.UrlLifetime);
        return entry with { Url = signed.Url, NotAfter = signed.NotAfter.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) };
    }
}
