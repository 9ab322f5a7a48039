using System.Text;
using System.Text.Json;
using LambdaHooks.Hooks;
using LambdaHooks.Tests.GroundTruth;

namespace LambdaHooks.Tests.Hooks;

/// <summary>
/// A batch with an object of every kind, each with workers of its own, so that no object's label depends on another. Ids differ in more
/// than one letter, so that no single damage turns one into another.
/// </summary>
internal sealed class GarbageBatch
{
    public static readonly ObjectUri Payload = Bench.Uri(Bench.PayloadUri);

    private const string Compare = """{"source":"p7","prompt":"say it","candidates":[{"id":"a","source-ref":"s3://media/1.wav","model":"m1"},{"id":"b","source-ref":"s3://media/2.wav","model":"m2"}]}""";
    private const string Single = """{"source-ref":"s3://media/aaaa.wav","prompt":"read it"}""";

    private readonly string[] objects;

    private GarbageBatch(MemoryStore store, string[] objects)
    {
        Store = store;
        this.objects = objects;
        Bytes = Encoding.UTF8.GetBytes(Payloads.Of(objects));
    }

    public MemoryStore Store { get; }

    public byte[] Bytes { get; }

    public PreAnnotationHook Pre => new(Store, new PlainSigner(), new PreAnnotationSettings(Bench.State, new HashSet<string> { "media" }, TimeSpan.FromMinutes(5)));

    public PostAnnotationHook Post => new(Store, null, new PostAnnotationSettings { State = Bench.State });

    public int Count => objects.Length;

    public static async Task<GarbageBatch> MakeAsync()
    {
        var store = new MemoryStore();
        foreach (var name in new[] { "aaaa", "1", "2" })
        {
            store[Bench.Uri($"s3://media/{name}.wav")] = Bench.Wav(2000);
        }

        var batch = new GarbageBatch(store, []);
        var (single, compare) = (await batch.TokenAsync(Single), await batch.TokenAsync(Compare));
        store[Bench.Uri("s3://output/answers/1.json")] = Encoding.UTF8.GetBytes(Payloads.Marked(0, 0.1m));
        return new GarbageBatch(store,
        [
            Payloads.Clip("aaaa", Payloads.Inline("a-one", Payloads.Marked(0, 0.2m, token: single)), Payloads.Inline("a-two", Payloads.Marked(0, 0.1m, "é🎧", single))),
            Payloads.Object("bbbb", """{"content":"p7"}""", Payloads.Inline("b-one", Payloads.Preferred(-2, compare)), Payloads.Inline("b-two", Payloads.Preferred(1, compare))),
            Payloads.Clip("cccc", Payloads.Inline("c-one", SamplePage("lost")), Payloads.Inline("c-two", SamplePage("typed"))),
            Payloads.Clip("dddd", Payloads.At("d-one", "s3://output/answers/1.json"), Payloads.Inline("d-two", Payloads.Marked(0, 0.1m))),
            Payloads.Clip("eeee", Decoded("e-one"), Decoded("e-two")),
            Payloads.Clip("ffff", Payloads.Inline("f-one", Rated), Payloads.Inline("f-two", Rated), Payloads.Inline("f-three", Payloads.Own(null, ""","none":["speech"]"""))),
        ]);
    }

    /// <summary>The payload with one object's JSON replaced.</summary>
    public byte[] With(int index, string json) => Encoding.UTF8.GetBytes(Payloads.Of([.. objects.Select((o, i) => i == index ? json : o)]));

    public JsonElement Object(int index) => JsonDocument.Parse(objects[index]).RootElement;

    /// <summary>How many objects lie wholly before a byte of the payload, their comma included.</summary>
    public int CountBefore(int at)
    {
        var (count, end) = (0, 1);
        foreach (var json in objects)
        {
            end += Encoding.UTF8.GetByteCount(json);
            count += end < at ? 1 : 0;
            end += 2;
        }

        return count;
    }

    private const string Rated = """{"annotation":{"schema":"lambdahooks/answer/1","clip":{"rate":4,"tags":["x"]},"none":["speech"]},"good":{"yes":true,"no":false},"animal":{"label":"cat"}}""";

    private static string SamplePage(string label) => Forms.Sample(
        """{"speaker":[{"id":"A","start":0,"end":1,"text":"typed","emotion":"Happy"},{"id":"B","start":2,"end":3,"text":"","emotion":""}]}""", $$""","label":"{{label}}","emotiontag":"Happy" """);

    private static string Decoded(string worker) => $$$"""{"workerId":"{{{worker}}}","annotationData":{"content":{{{Payloads.Marked(0, 1)}}}}}""";

    private async Task<string> TokenAsync(string line)
    {
        var response = await Pre.HandleAsync(Encoding.UTF8.GetBytes(Bench.PreRequest(line)), HookContext.None);
        using var document = JsonDocument.Parse(response);
        return document.RootElement.GetProperty("taskInput").GetProperty("lambdahooks").GetProperty("token").GetString()!;
    }
}
