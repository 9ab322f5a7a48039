using System.Text;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>Writes each object's label: what was consolidated, or why nothing was, and everything that was turned away.</summary>
internal sealed class LabelWriter(SideStore side)
{
    /// <summary>Longest raw text kept in a label; longer ones lie beside the job's output.</summary>
    private const int MostInlineRaw = 4000;

    /// <summary>The label as JSON, but for where its records are: that is known once all of them are written.</summary>
    public async Task<byte[]> WriteAsync(ObjectDraft draft, CancellationToken cancel)
    {
        var label = draft.Consolidated is null ? new LabelWire() : LabelMapping.Map(draft.Consolidated);
        return PostAnnotationResponse.Label(label with
        {
            Error = draft.Error,
            Rejections = await RejectionsAsync(draft, cancel).ConfigureAwait(false),
            Notices = LabelMapping.NullIfEmpty(draft.Notices.Distinct()),
        });
    }

    private async Task<IReadOnlyList<RejectionWire>?> RejectionsAsync(ObjectDraft draft, CancellationToken cancel)
    {
        var rejections = new List<RejectionWire>();
        foreach (var rejection in draft.Rejections)
        {
            var (raw, uri) = await KeepRawAsync(rejection.Raw, cancel).ConfigureAwait(false);
            rejections.Add(new RejectionWire(rejection.Worker, rejection.Part, rejection.Reason, raw, uri));
        }

        return LabelMapping.NullIfEmpty(rejections);
    }

    private async Task<(string? Raw, string? Uri)> KeepRawAsync(string raw, CancellationToken cancel)
    {
        if (raw.Length <= MostInlineRaw)
        {
            return (raw, null);
        }

        var (uri, _) = await side.KeepAsync("rejected", Encoding.UTF8.GetBytes(raw), "txt", "text/plain; charset=utf-8", cancel).ConfigureAwait(false);
        return uri is null ? (raw, null) : (null, uri.ToString());
    }
}
