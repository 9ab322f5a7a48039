using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>
/// Keeps the response below Lambda's limit: the largest labels move beside the job's output, largest first, until the rest fits.
/// </summary>
internal sealed class LabelSpill(SideStore side)
{
    /// <summary>Most bytes of a response; Lambda refuses over 6 MB.</summary>
    public const int MostBytes = 5_000_000;

    /// <summary>What an entry has beside its label: id, names and brackets.</summary>
    private const int EntryBytes = 96;

    /// <summary>What stands for a moved label has about so many bytes; smaller labels gain nothing by moving.</summary>
    private const int StandInBytes = 400;

    private const int Writers = 16;

    /// <summary>Replaces labels in place.</summary>
    /// <param name="labels">Label of every object, as JSON.</param>
    /// <param name="nameBytes">Bytes of the label attribute name and of the longest id.</param>
    /// <param name="cancel">Ends the writing; a label that was not moved by then says that it was too large.</param>
    public async Task SpillAsync(byte[][] labels, int nameBytes, CancellationToken cancel)
    {
        var moved = Choose(labels, EntryBytes + nameBytes);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Writers };
        await Parallel.ForEachAsync(moved, options, async (i, _) => labels[i] = await MoveAsync(labels[i], cancel).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static List<int> Choose(byte[][] labels, int perEntry)
    {
        var total = labels.Sum(l => (long)l.Length + perEntry);
        var moved = new List<int>();
        var worthMoving = Enumerable.Range(0, labels.Length).Where(i => labels[i].Length > StandInBytes);
        foreach (var i in worthMoving.OrderByDescending(i => labels[i].Length).ThenBy(i => i))
        {
            if (total <= MostBytes)
            {
                break;
            }

            moved.Add(i);
            total -= labels[i].Length - StandInBytes;
        }

        return moved;
    }

    private async Task<byte[]> MoveAsync(byte[] label, CancellationToken cancel)
    {
        var (uri, sha256) = await side.KeepAsync("labels", label, "json", "application/json", cancel).ConfigureAwait(false);
        return uri is null
            ? PostAnnotationResponse.Label(new LabelWire { Error = "label-too-large: the response has no room for it and it could not be written elsewhere" })
            : PostAnnotationResponse.Label(new SpilledLabelWire(uri.ToString(), sha256));
    }
}
