using System.Text;
using System.Text.Json;
using LambdaHooks.Answers;
using LambdaHooks.Datasets.Annotations;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Agreement;

/// <summary>Reads what the hooks themselves read and write: requests, labels with their evidence, answers.</summary>
/// <param name="draft">Where annotations go.</param>
/// <param name="notices">Where it is told what was left out.</param>
internal sealed class HookFiles(AnnotationDraft draft, List<string> notices)
{
    /// <summary>Reads a file; false where it is no JSON of the hooks.</summary>
    /// <exception cref="AnnotationException">It is, and cannot be used.</exception>
    public bool TryRead(AnnotationSource source)
    {
        var kind = HookJsonKinds.Of(source.Bytes.Span);
        if (kind is HookJson.Payload or HookJson.Response or HookJson.Label && source.Annotator is not null)
        {
            throw new AnnotationException(source.Name, null, $"it names its workers itself, so it cannot be all of '{source.Annotator}'");
        }

        switch (kind)
        {
            case HookJson.Payload:
                ReadPayload(source);
                break;
            case HookJson.Response:
                ReadResponse(source);
                break;
            case HookJson.Label:
                new LabelEvidence(source.Name, draft).Add(source.Stem, source.Bytes.Span);
                break;
            case HookJson.Answer:
                ReadForm(source, $"{{\"annotation\":{Text(source)}}}");
                break;
            case HookJson.Form:
                ReadForm(source, Text(source));
                break;
            default:
                return false;
        }

        return true;
    }

    private void ReadPayload(AnnotationSource source)
    {
        var index = Payload.Index(source.Bytes);
        if (index.Unnamed.Count > 0)
        {
            notices.Add($"{source.Name}: {index.Unnamed.Count} elements without datasetObjectId are left out");
        }

        foreach (var data in index.Objects.Select(Payload.Read))
        {
            var workers = new HashSet<string>(StringComparer.Ordinal);
            Tell(source, data.Id, data.Rejections);
            foreach (var answer in data.Answers)
            {
                if (answer.Content is not { } content || !workers.Add(answer.Worker))
                {
                    notices.Add($"{source.Name}, object {data.Id}: an answer of {answer.Worker} is left out, {(answer.Content is null ? "since it lies elsewhere" : "since there is one before it")}");
                    continue;
                }

                Add(source, data.Id, AnswerReader.Read(answer.Worker, content));
            }
        }
    }

    private void ReadResponse(AnnotationSource source)
    {
        try
        {
            using var document = ExpectedJson.Parse(source.Bytes);
            foreach (var item in document.RootElement.EnumerateArray())
            {
                var id = item.GetProperty("datasetObjectId").GetString() ?? "";
                foreach (var label in item.GetProperty("consolidatedAnnotation").GetProperty("content").EnumerateObject())
                {
                    new LabelEvidence(source.Name, draft).Add(id, Encoding.UTF8.GetBytes(label.Value.GetRawText()));
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new AnnotationException(source.Name, null, "no list of {datasetObjectId, consolidatedAnnotation {content {…}}}");
        }
    }

    private void ReadForm(AnnotationSource source, string form)
    {
        var read = AnswerReader.Read(source.Annotator ?? source.Stem, form);
        if (read.Answer is null)
        {
            throw new AnnotationException(source.Name, null, read.Rejections.Count > 0 ? read.Rejections[0].Reason : "no answer");
        }

        Add(source, source.Clip, read);
    }

    private void Add(AnnotationSource source, string id, ReadAnswer read)
    {
        Tell(source, id, read.Rejections);
        if (read.Answer is not { } answer)
        {
            return;
        }

        foreach (var track in answer.Tracks.Where(t => t.Opened || t.Segments.Count > 0))
        {
            var clip = ClipName(id, track.Key.Media);
            draft.Open(track.Key.Category, clip, answer.Worker);
            foreach (var segment in track.Segments)
            {
                draft.Add(track.Key.Category, clip, answer.Worker, segment);
            }
        }

        foreach (var (question, value) in answer.Clip)
        {
            _ = draft.TryAdd(LabelOf(question, id, answer.Worker, value));
        }
    }

    private static string Text(AnnotationSource source) => Encoding.UTF8.GetString(source.Bytes.Span).TrimStart('\uFEFF');

    /// <summary>An object's id, and that of its medium where it has several.</summary>
    internal static string ClipName(string id, string? media) => media is null ? id : $"{id}/{media}";

    /// <summary>A whole-clip answer as a label: a choice, a set of options, a number or a text.</summary>
    internal static UnitLabel LabelOf(string question, string id, string worker, ClipAnswer answer) => answer switch
    {
        ClipAnswer.Choice choice => new(question, id, worker, [choice.Label], false),
        ClipAnswer.Options options => new(question, id, worker, AnnotationDraft.SetOf(options.Values.Where(o => o.Value).Select(o => o.Key)), true),
        ClipAnswer.Number number => new(question, id, worker, [number.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)], false),
        ClipAnswer.Text text => new(question, id, worker, [text.Value], false),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    private void Tell(AnnotationSource source, string id, IReadOnlyList<Rejection> rejections)
    {
        foreach (var rejection in rejections)
        {
            notices.Add($"{source.Name}, object {id}, {(rejection.Worker.Length == 0 ? "nobody's" : rejection.Worker)}{(rejection.Part is null ? "" : $", {rejection.Part}")}: {rejection.Reason}");
        }
    }
}
