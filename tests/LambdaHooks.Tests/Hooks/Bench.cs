using System.Text;
using System.Text.Json;
using LambdaHooks.Folders;
using LambdaHooks.Hooks;
using LambdaHooks.Media;
using LambdaHooks.Tests.Media;

namespace LambdaHooks.Tests.Hooks;

/// <summary>Both hooks over folders that stand for buckets: <c>media</c>, <c>state</c> and <c>output</c>.</summary>
internal sealed class Bench : IDisposable
{
    public const string Job = "speech-job";
    public const string JobFolder = "s3://output/Speech-Job";
    public const string PayloadUri = $"{JobFolder}/annotations/consolidated-annotation/consolidation-request/iteration-1/1.json";
    public const string Label = "Speech-Label";

    private const string Arn = $"arn:aws:sagemaker:us-east-1:123456789012:labeling-job/{Job}";

    private readonly string root = Directory.CreateTempSubdirectory("hooks-").FullName;
    private readonly BucketFolders folders;

    public Bench()
    {
        folders = new BucketFolders();
        foreach (var bucket in new[] { "media", "state", "output" })
        {
            folders.Add(bucket, Path.Combine(root, bucket));
        }

        Store = new ProbeStore(new FolderStore(folders));
    }

    public static ObjectUri State { get; } = Uri("s3://state/shared");

    public ProbeStore Store { get; }

    public ListLog Log { get; } = new();

    public PostAnnotationSettings PostSettings { get; set; } = new() { State = State };

    public IRoleStores? Roles { get; set; }

    public CancellationToken Deadline { get; set; }

    public CancellationToken End { get; set; } = TestContext.Current.CancellationToken;

    public PreAnnotationSettings PreSettings { get; set; } = new(State, new HashSet<string> { "media" }, TimeSpan.FromMinutes(5)) { Plan = new ScanPlan(1, 4096) };

    public IMediaDecoder? Decoder { get; set; }

    public PreAnnotationHook Pre => new(Store, new PlainSigner(), PreSettings, Decoder);

    public PostAnnotationHook Post => new(Store, Roles, PostSettings);

    private HookContext Context => new(Log, Deadline, End);

    public static ObjectUri Uri(string text) => ObjectUri.TryParse(text, out var uri) ? uri : throw new ArgumentException(text, nameof(text));

    /// <summary>A second of sound at 8,000 frames a second.</summary>
    public static byte[] Wav(int frames = 8000) => WavBytes.Usual([.. Enumerable.Range(0, frames).SelectMany(i => BitConverter.GetBytes((short)(i % 1000)))], rate: 8000);

    public void Put(string uri, byte[] bytes)
    {
        var path = folders.PathToWrite(Uri(uri))!;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    public void Put(string uri, string text) => Put(uri, Encoding.UTF8.GetBytes(text));

    /// <summary>A file as long as it says, with these bytes at these places and nothing stored between them.</summary>
    public void PutSparse(string uri, long length, params IEnumerable<(long Offset, byte[] Bytes)> parts)
    {
        Put(uri, []);
        using var file = File.OpenHandle(folders.PathToRead(Uri(uri))!, FileMode.Open, FileAccess.Write);
        RandomAccess.SetLength(file, length);
        foreach (var (offset, bytes) in parts)
        {
            RandomAccess.Write(file, bytes, offset);
        }
    }

    public byte[]? Get(string uri) => folders.PathToRead(Uri(uri)) is { } path ? File.ReadAllBytes(path) : null;

    public string GetText(string uri) => Encoding.UTF8.GetString(Get(uri) ?? throw new FileNotFoundException(uri));

    /// <summary>Every file of a bucket with its bytes, by path.</summary>
    public SortedDictionary<string, byte[]> Files(string bucket)
    {
        var folder = Path.Combine(root, bucket);
        return new(Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllBytes) : [], StringComparer.Ordinal);
    }

    public static string PreRequest(string line) => $$"""{"version":"2018-10-16","labelingJobArn":"{{Arn}}","dataObject":{{line}}}""";

    public static string PostRequest(string payload = $$"""{"s3Uri":"{{PayloadUri}}"}""", string more = $$""","outputConfig":"{{JobFolder}}/annotations" """) =>
        $$"""{"version":"2018-10-06","labelingJobArn":"{{Arn}}","labelAttributeName":"{{Label}}","payload":{{payload}}{{more}}}""";

    /// <summary>The task input of a manifest line; the rest of the response is checked here.</summary>
    public async Task<JsonElement> PrepareAsync(string line)
    {
        var response = Parse(await Pre.HandleAsync(Encoding.UTF8.GetBytes(PreRequest(line)), Context));
        Assert.Equal(["taskInput", "isHumanAnnotationRequired"], response.EnumerateObject().Select(m => m.Name));
        Assert.Equal(JsonValueKind.True, response.GetProperty("isHumanAnnotationRequired").ValueKind);
        return response.GetProperty("taskInput");
    }

    /// <summary>The only medium of a line's task.</summary>
    public async Task<JsonElement> PrepareMediumAsync(string line) => Media(await PrepareAsync(line)).Single();

    public static JsonElement.ArrayEnumerator Media(JsonElement taskInput) => taskInput.GetProperty("lambdahooks").GetProperty("media").EnumerateArray();

    /// <summary>The labels of a payload by id, in the response's order.</summary>
    public Task<List<(string Id, JsonElement Label)>> ConsolidateAsync(string payload, string? request = null)
    {
        Put(PayloadUri, payload);
        return ConsolidateRequestAsync(request ?? PostRequest());
    }

    public async Task<List<(string Id, JsonElement Label)>> ConsolidateRequestAsync(string request) =>
        Labels(await Post.HandleAsync(Encoding.UTF8.GetBytes(request), Context));

    public static List<(string Id, JsonElement Label)> Labels(ReadOnlyMemory<byte> response) => [.. Parse(response).EnumerateArray().Select(e =>
    {
        Assert.Equal(["datasetObjectId", "consolidatedAnnotation"], e.EnumerateObject().Select(m => m.Name));
        var content = e.GetProperty("consolidatedAnnotation").GetProperty("content");
        return (e.GetProperty("datasetObjectId").GetString()!, content.EnumerateObject().Single().Value);
    })];

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        return document.RootElement.Clone();
    }
}
