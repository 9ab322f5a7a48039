using System.Text.Json.Nodes;
using LambdaHooks.Interop.Tests.Programs;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Interop.Tests.Answers;

/// <summary>The answers that ship with the project, against its schema, by a validator that is not ours.</summary>
public sealed class AnswerSchemaTests : IDisposable
{
    private const string Token = "86bf82ed35f1653c5d5fe1220f62ac172ba9f084609f6e18fc4014f3acc12c5b";

    private readonly string listSchema = Path.GetTempFileName();

    public AnswerSchemaTests() => File.WriteAllText(listSchema, new JsonObject
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["type"] = "array",
        ["items"] = JsonNode.Parse(File.ReadAllText(Checkout.Path("src", "LambdaHooks", "GroundTruth", "answer.schema.json"))),
    }.ToJsonString());

    public static TheoryData<string[], int> Payloads => new()
    {
        { ["samplemanifests", "answers", "single-clips.json"], 30 },
        { ["samplemanifests", "answers", "comparisons.json"], 15 },
        { ["events", .. OfEvent("own-single-clip")], 4 },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task EveryAnswerOfOurPageKeepsToTheSchema(string[] payload, int atLeast)
    {
        var answers = AnswersIn(Checkout.Path(payload));

        Assert.True(answers.Count >= atLeast, $"{answers.Count} answers");
        Assert.Empty(await FindingsAsync(answers));
    }

    [Fact]
    public async Task AnAnswerThatBreaksTheSchemaIsFound()
    {
        var answers = AnswersIn(Checkout.Path("samplemanifests", "answers", "comparisons.json"));
        answers[0]!["preference"]!["strength"] = 4;

        Assert.Contains(await FindingsAsync(answers), f => f.StartsWith("/0/preference/strength ", StringComparison.Ordinal));
    }

    public void Dispose() => File.Delete(listSchema);

    /// <summary>Where an event's payload lies below <c>events</c>.</summary>
    private static string[] OfEvent(string name)
    {
        var request = JsonNode.Parse(File.ReadAllText(Checkout.Path("events", "post-annotation", $"{name}.json")))!;
        var uri = (string)request["payload"]!["s3Uri"]!;
        return uri.Replace("s3://lambdahooks-labeling", "labeling", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal).Split('/');
    }

    private static JsonArray AnswersIn(string path) => [.. JsonNode.Parse(File.ReadAllText(path))!.AsArray()
        .SelectMany(o => o!["annotations"]!.AsArray())
        .Select(a => (string?)JsonNode.Parse((string)a!["annotationData"]!["content"]!)!["annotation"])
        .OfType<string>()
        .Select(text => JsonNode.Parse(text.Replace("@TOKEN@", Token, StringComparison.Ordinal)))];

    private Task<string[]> FindingsAsync(JsonArray answers) => Ajv.ValidateAsync(listSchema, answers.ToJsonString(), TestContext.Current.CancellationToken);
}
