using System.Buffers;
using System.Text.Json;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Consolidate;

/// <summary>
/// Answers as Ground Truth keeps them: a folder a data object, files with one or more answers. The
/// payload element is put together from all files of the object's last iteration.
/// </summary>
internal sealed class WorkerResponses(string name, string folder, string? manifestPath) : IAnswerSource
{
    private readonly ArrayBufferWriter<byte> element = new();

    public string Name => name;

    public string? ManifestPath => manifestPath;

    public void WriteTo(PayloadFile payload, JobManifest? manifest, JobNotices notices, CancellationToken cancel)
    {
        foreach (var (id, path) in LastFolderOfEachObject(notices).OrderBy(o => o.Key, ObjectOrder.Instance))
        {
            cancel.ThrowIfCancellationRequested();
            element.ResetWrittenCount();
            if (WriteElement(id, path, manifest, notices))
            {
                payload.Add(id, element.WrittenSpan);
            }
        }
    }

    private Dictionary<string, string> LastFolderOfEachObject(JobNotices notices)
    {
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in JobFiles.IterationsIn(folder).SelectMany(i => Directory.EnumerateDirectories(i).Order(StringComparer.Ordinal)))
        {
            var id = Path.GetFileName(path);
            if (id.StartsWith('.') || !JobFiles.JsonIn(path).Any())
            {
                continue;
            }

            if (last.TryGetValue(id, out var earlier))
            {
                notices.Add(NoticeKinds.Replaced, $"object {id} of {earlier}");
            }

            last[id] = path;
        }

        return last;
    }

    /// <summary>Writes an object's element; false where none of its files could be read, so that nothing is known about it.</summary>
    private bool WriteElement(string id, string path, JobManifest? manifest, JobNotices notices)
    {
        var source = manifest?.SourceOf(id);
        using var response = new WorkerResponse(element, id, source?.Text, source?.IsReference == true);
        var isKnown = false;
        foreach (var file in JobFiles.JsonIn(path))
        {
            isKnown |= TryAdd(response, file, notices);
        }

        return isKnown;
    }

    private static bool TryAdd(WorkerResponse response, string file, JobNotices notices)
    {
        try
        {
            if (response.TryAdd(File.ReadAllBytes(file)))
            {
                return true;
            }

            notices.Add(NoticeKinds.UnreadableFiles, $"{file}: it has no list of answers");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            notices.Add(NoticeKinds.UnreadableFiles, $"{file}: {(e is JsonException ? "it is not JSON" : e.Message)}");
        }

        return false;
    }
}
