using LambdaHooks.GroundTruth;
using LambdaHooks.Media;

namespace LambdaHooks.Hooks;

/// <summary>Prepares one medium for the page: looks at it, makes or finds its peaks, signs its URLs.</summary>
internal sealed class MediumPreparation(IObjectStore store, IUrlSigner signer, HookState state, PreAnnotationSettings settings, IMediaDecoder? decoder, TimeProvider clock)
{
    /// <summary>Why there are no peaks where the invocation's deadline came before them.</summary>
    public const string NoTime = "no-time: peaks were not ready before the invocation's deadline";

    private readonly MediumEntries entries = new(signer, state, settings.UrlLifetime);
    private readonly MediumMemory memory = new(state);

    /// <summary>Never throws for what the line or the medium is like: what cannot be used has a reason.</summary>
    /// <param name="id">Id that answers refer to.</param>
    /// <param name="place">What the line says about where it lies.</param>
    /// <param name="wantsLoudness">Whether its loudness is needed.</param>
    /// <param name="context">The invocation.</param>
    public async Task<TaskMediaWire> PrepareAsync(string id, string? place, bool wantsLoudness, HookContext context)
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

        entry = entry with { S3Uri = uri.ToString() };
        try
        {
            return await PrepareAsync(entry, uri, wantsLoudness, context).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            return entry with { Reason = e.Message };
        }
        catch (OperationCanceledException) when (context.Deadline.IsCancellationRequested)
        {
            return entries.Signed(entry with { Reason = NoTime }, uri);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A fault of ours in one medium must not become an error, which would fail the whole labeling job.
            context.Log.Write(new HookEvent("medium-failed") { Warning = true, Reason = e.GetType().Name });
            return entry with { Reason = $"internal-error: {ErrorResponse.MessageOf(e)}" };
        }
    }

    private async Task<TaskMediaWire> PrepareAsync(TaskMediaWire entry, ObjectUri uri, bool wantsLoudness, HookContext context)
    {
        var facts = await store.HeadAsync(uri, context.Deadline).ConfigureAwait(false);
        if (facts.Length == 0)
        {
            return entry with { Reason = "empty-object: the object has no bytes" };
        }

        var bytes = new StoredMedium(store, uri, facts, clock);
        var head = new byte[MediaType.SniffedBytes];
        var read = await bytes.ReadAsync(0, head, context.Deadline).ConfigureAwait(false);
        return MediaType.Of(head.AsSpan(0, read), uri.Key) is { } type
            ? await PrepareAsync(entry with { Type = type.Mime }, new MediumTask(uri, facts.Tag, bytes, type, wantsLoudness, context)).ConfigureAwait(false)
            : entry with { Reason = "not-a-medium: neither its first bytes nor its name are those of a known audio or video format" };
    }

    private async Task<TaskMediaWire> PrepareAsync(TaskMediaWire entry, MediumTask medium)
    {
        var kept = await memory.FindAsync(medium).ConfigureAwait(false);
        if (kept is not null && medium.IsServedBy(kept))
        {
            return entries.WithPeaks(entry, medium, kept);
        }

        var decoded = new DecodedSound(entries, memory, decoder);
        if (medium.Type != MediaType.Wav)
        {
            return await decoded.PrepareAsync(entry, medium, kept, $"this is {medium.Type.Container}, not WAV").ConfigureAwait(false);
        }

        return await WavReader.ReadHeaderAsync(medium.Bytes, medium.Context.Deadline).ConfigureAwait(false) switch
        {
            WavHeader.Readable { Frames: > 0 } readable => await new ScannedSound(entries, memory, settings.Plan).PrepareAsync(entry, medium, readable, kept).ConfigureAwait(false),
            WavHeader.Unreadable { MayDecode: true } compressed => await decoded.PrepareAsync(entry, medium, kept, compressed.ToString()).ConfigureAwait(false),
            WavHeader.Unreadable unreadable => entry with { Reason = $"not-decodable: {unreadable}" },
            WavHeader.Readable { Notice: { } claim } => entry with { Reason = $"not-decodable: data: there are no samples; {claim}" },
            _ => entry with { Reason = "not-decodable: data: there are no samples" },
        };
    }
}
