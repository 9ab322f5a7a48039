using System.Text;
using System.Text.Json;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Consolidate;

/// <summary>
/// Consolidation requests as Ground Truth wrote them. An object that is in several files counts as in the last one, since a later
/// iteration or a repeated request replaces what came before.
/// </summary>
/// <remarks>Files are read twice, one at a time: first for which object is where, then to copy. So memory holds ids, and one file.</remarks>
internal sealed class PayloadFiles(string name, IReadOnlyList<string> paths, string? manifestPath) : IAnswerSource
{
    public string Name => name;

    public string? ManifestPath => manifestPath;

    public void WriteTo(PayloadFile payload, JobManifest? manifest, JobNotices notices, CancellationToken cancel)
    {
        var lastFile = LastFileOfEachObject(notices, cancel);
        for (var i = 0; i < paths.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (TryIndex(paths[i], out _) is { } index)
            {
                Copy(index, i, lastFile, payload, notices);
            }
        }
    }

    private Dictionary<string, int> LastFileOfEachObject(JobNotices notices, CancellationToken cancel)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < paths.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (TryIndex(paths[i], out var problem) is not { } index)
            {
                notices.Add(NoticeKinds.UnreadableFiles, $"{paths[i]}: {problem}");
                continue;
            }

            foreach (var entry in index.Objects)
            {
                last[entry.Id] = i;
            }
        }

        return last;
    }

    private void Copy(PayloadIndex index, int file, Dictionary<string, int> lastFile, PayloadFile payload, JobNotices notices)
    {
        foreach (var entry in index.Objects)
        {
            if (lastFile[entry.Id] != file)
            {
                notices.Add(NoticeKinds.Replaced, $"object {entry.Id} of {paths[file]}");
                continue;
            }

            foreach (var element in entry.Elements)
            {
                payload.Add(entry.Id, IsJson(element) ? element.Span : Wrapped(entry.Id, element.Span));
            }
        }

        foreach (var element in index.Unnamed)
        {
            notices.Add(NoticeKinds.WithoutId, paths[file]);
            payload.Add(null, IsJson(element) ? element.Span : AsText(element.Span));
        }
    }

    private static PayloadIndex? TryIndex(string path, out string problem)
    {
        try
        {
            problem = "";
            return Payload.Index(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is HookException or IOException or UnauthorizedAccessException)
        {
            problem = e.Message;
            return null;
        }
    }

    private static bool IsJson(ReadOnlyMemory<byte> element)
    {
        try
        {
            var reader = new Utf8JsonReader(element.Span, new JsonReaderOptions { MaxDepth = WorkerResponse.DeepestJson });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A broken object, closed by itself: beside others in one payload, its brackets must not reach into theirs. The hook keeps the text.</summary>
    private static byte[] Wrapped(string id, ReadOnlySpan<byte> element) =>
        Encoding.UTF8.GetBytes($$"""{"datasetObjectId":"{{JsonEncodedText.Encode(id)}}","annotations":{{Encoding.UTF8.GetString(AsText(element))}}}""");

    private static byte[] AsText(ReadOnlySpan<byte> element) => [(byte)'"', .. JsonEncodedText.Encode(Encoding.UTF8.GetString(element)).EncodedUtf8Bytes, (byte)'"'];
}
