using System.Globalization;
using System.Text;
using System.Text.Json;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Consolidate;

/// <summary>
/// Writes the labels: an output manifest as Ground Truth does (each line, its label, and metadata) where there is a manifest, and
/// <c>labels.jsonl</c> for objects without a line.
/// </summary>
internal sealed class LabelFiles(string outFolder, string job, string labelAttribute, TimeProvider clock)
{
    public string ManifestPath => Path.Combine(outFolder, $"{job}.output.manifest");

    public string LinesPath => Path.Combine(outFolder, "labels.jsonl");

    /// <summary>Writes every label, and shows each to somebody on the way.</summary>
    /// <param name="manifest">The manifest; null where there is none.</param>
    /// <param name="shelf">The labels.</param>
    /// <param name="notices">Where to tell what was odd.</param>
    /// <param name="tally">Sees every label once.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task WriteAsync(JobManifest? manifest, LabelShelf shelf, JobNotices notices, LabelTally tally, CancellationToken cancel)
    {
        File.Delete(ManifestPath);
        File.Delete(LinesPath);
        var written = new bool[shelf.Count];
        if (manifest is not null)
        {
            var output = File.Create(ManifestPath);
            await using (output.ConfigureAwait(false))
            {
                for (var line = 0; line < manifest.Count; line++)
                {
                    var place = shelf.PlaceOf(line.ToString(CultureInfo.InvariantCulture));
                    await WriteLineAsync(output, manifest, line, place, shelf, written, notices, tally, cancel).ConfigureAwait(false);
                }
            }
        }

        await WriteRestAsync(shelf, written, manifest is not null, notices, tally, cancel).ConfigureAwait(false);
    }

    private async Task WriteLineAsync(
        Stream output, JobManifest manifest, int line, int? place, LabelShelf shelf, bool[] written, JobNotices notices, LabelTally tally, CancellationToken cancel)
    {
        if (manifest.Unlabeled(line) is not { } unlabeled)
        {
            notices.Add(NoticeKinds.UnreadableLines, $"line {line}");
            await output.WriteAsync(manifest[line], cancel).ConfigureAwait(false);
        }
        else if (place is { } at)
        {
            written[at] = true;
            var label = await LoadAsync(at, shelf, notices, tally, cancel).ConfigureAwait(false);
            OutputLine.Write(output, unlabeled, labelAttribute, label.Span, job, clock.GetUtcNow());
        }
        else
        {
            notices.Add(NoticeKinds.LinesWithoutAnswers, $"line {line}");
            await output.WriteAsync(unlabeled, cancel).ConfigureAwait(false);
        }

        output.WriteByte((byte)'\n');
    }

    private async Task WriteRestAsync(LabelShelf shelf, bool[] written, bool hasManifest, JobNotices notices, LabelTally tally, CancellationToken cancel)
    {
        if (!written.Contains(false))
        {
            return;
        }

        var output = File.Create(LinesPath);
        await using (output.ConfigureAwait(false))
        {
            for (var place = 0; place < written.Length; place++)
            {
                if (written[place])
                {
                    continue;
                }

                if (hasManifest)
                {
                    notices.Add(NoticeKinds.NoSuchLine, $"object {shelf.Id(place)}");
                }

                var label = await LoadAsync(place, shelf, notices, tally, cancel).ConfigureAwait(false);
                await output.WriteAsync(Encoding.UTF8.GetBytes($$"""{"datasetObjectId":"{{JsonEncodedText.Encode(shelf.Id(place))}}","""), cancel).ConfigureAwait(false);
                await output.WriteAsync(label[1..], cancel).ConfigureAwait(false);
                output.WriteByte((byte)'\n');
            }
        }
    }

    private static async Task<ReadOnlyMemory<byte>> LoadAsync(int place, LabelShelf shelf, JobNotices notices, LabelTally tally, CancellationToken cancel)
    {
        var (label, json) = await shelf.LoadAsync(place, cancel).ConfigureAwait(false);
        if (label is null)
        {
            notices.Add(NoticeKinds.UnreadableLabels, $"object {shelf.Id(place)}");
        }

        tally.Add(shelf.Id(place), label);
        return json;
    }
}
