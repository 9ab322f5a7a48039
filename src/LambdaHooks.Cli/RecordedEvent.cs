using System.Text.Json;
using System.Text.Json.Nodes;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Cli;

/// <summary>A recorded request and the response that is expected of it.</summary>
internal sealed class RecordedEvent
{
    /// <summary>Ending of the files that hold what is expected.</summary>
    public const string ExpectedEnding = ".expected.json";

    private readonly byte[] request;

    private RecordedEvent(string path, byte[] request)
    {
        Path = path;
        this.request = request;
    }

    public string Path { get; }

    public string ExpectedPath => System.IO.Path.ChangeExtension(Path, null) + ExpectedEnding;

    /// <summary>Reads an event.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static RecordedEvent Open(string path) =>
        File.Exists(path) ? new RecordedEvent(path, File.ReadAllBytes(path)) : throw new UsageException($"There is no event {path}.");

    /// <summary>The response, or the error in Lambda's shape.</summary>
    public async Task<ReadOnlyMemory<byte>> RunAsync(Workbench bench, CancellationToken cancel)
    {
        try
        {
            var hook = IsPostAnnotation ? bench.PostAnnotation : bench.PreAnnotation;
            return await hook.HandleAsync(request, HookContext.None with { Deadline = cancel }).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What Lambda would be told, whatever it is; the comparison shows it.
            return ErrorResponse.Write(e);
        }
    }

    /// <summary>The response that is expected.</summary>
    /// <exception cref="UsageException">The file cannot be compared with.</exception>
    public async Task<JsonNode?> ExpectedAsync(CancellationToken cancel)
    {
        var bytes = await File.ReadAllBytesAsync(ExpectedPath, cancel).ConfigureAwait(false);
        try
        {
            return ExpectedJson.Comparable(bytes);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new UsageException($"{ExpectedPath} is not readable JSON: {e.Message}");
        }
    }

    public Task AcceptAsync(ReadOnlyMemory<byte> response, CancellationToken cancel) =>
        File.WriteAllTextAsync(ExpectedPath, ExpectedJson.Write(ExpectedJson.Comparable(response)), cancel);

    /// <summary>Key under which the labels of the response lie; empty where the request names none.</summary>
    public string LabelAttributeName
    {
        get
        {
            try
            {
                return PostAnnotationRequest.Read(request).LabelAttributeName;
            }
            catch (HookException)
            {
                return "";
            }
        }
    }

    /// <summary>By what the request holds; where it cannot be read, by the folder it lies in.</summary>
    public bool IsPostAnnotation
    {
        get
        {
            try
            {
                using var document = ExpectedJson.Parse(request);
                var root = document.RootElement;
                if (root.ValueKind == JsonValueKind.Object && (root.TryGetProperty("dataObject", out _) || root.TryGetProperty("payload", out _)))
                {
                    return !root.TryGetProperty("dataObject", out _);
                }
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Broken on purpose: what it was meant to be, only its folder says.
            }

            return FolderName.Contains("post-annotation", StringComparison.Ordinal);
        }
    }

    private string FolderName => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))) ?? "";
}
