using System.Text;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Tests.GroundTruth;

public class PayloadTests
{
    [Fact]
    public void ObjectsComeInTheOrderOfFirstSight() =>
        Assert.Equal(["2", "0", "10"], Ids("""[{"datasetObjectId":"2"},{"datasetObjectId":"0"},{"datasetObjectId":"10"},{"datasetObjectId":"0"}]"""));

    [Theory]
    [InlineData("""[{"datasetObjectId":7}]""", "7")]
    [InlineData("""[{"datasetObjectId":-0.50}]""", "-0.50")]
    [InlineData("""[{"dataset\u004fbjectId":"7"}]""", "7")]
    [InlineData("""[{"datasetObjectId":"\u0037"}]""", "7")]
    [InlineData("""[{"datasetObjectId" : "7"}]""", "7")]
    [InlineData("""[{"annotations":[{"datasetObjectId":"no"}],"datasetObjectId":"7"}]""", "7")]
    [InlineData("""[{"x":"\"datasetObjectId\":\"no\"","datasetObjectId":"7"}]""", "7")]
    [InlineData("""[{"datasetObjectId":"7","x":NaN}]""", "7")]
    [InlineData("""[{"datasetObjectId":"7","annotations":[{"wor""", "7")]
    [InlineData("""[{"\ud800datasetObjectId":1,"datasetObject\u0049d":"7","\ud800datasetObjectId":1}]""", "7")]
    public void AnIdIsFoundHoweverItIsWritten(string payload, string id) => Assert.Equal([id], Ids(payload));

    [Theory]
    [InlineData("""[{"annotations":[]}]""")]
    [InlineData("""[{"datasetObjectId":null}]""")]
    [InlineData("""[{"datasetObjectId":["7"]}]""")]
    [InlineData("""[{"datasetObjectId":"\ud800"}]""")]
    [InlineData("""["datasetObjectId"]""")]
    [InlineData("""[NaN]""")]
    [InlineData("""[{"datasetObjectId":"7]""")]
    public void AnElementWithoutAReadableIdIsCounted(string payload)
    {
        var index = Payload.Index(Encoding.UTF8.GetBytes(payload));

        Assert.Empty(index.Objects);
        _ = Assert.Single(index.Unnamed);
    }

    [Theory]
    [InlineData("""{"datasetObjectId":"0"}""")]
    [InlineData("null")]
    [InlineData("")]
    public void APayloadThatIsNoArrayIsRefused(string payload) =>
        Assert.Equal("payload", Assert.Throws<HookException>(() => Payload.Index(Encoding.UTF8.GetBytes(payload))).Field);

    [Fact]
    public void AnswersOfOneIdAreTakenTogether()
    {
        var read = Read($"""
            [{Element("7", "s3://b/a.wav", "w1", "{}")},{Element("8", "s3://b/b.wav", "w1", "{}")},{Element("7", "s3://b/a.wav", "w2", "{}")}]
            """);

        Assert.Equal(["w1", "w2"], read.Answers.Select(a => a.Worker));
        Assert.Null(read.Problem);
    }

    [Fact]
    public void OneIdForTwoSourcesIsAProblemThatKeepsEveryAnswer()
    {
        var read = Read($"""[{Element("7", "s3://b/a.wav", "w1", "one")},{Element("7", "s3://b/b.wav", "w2", "two")}]""");

        Assert.StartsWith("conflicting-objects:", read.Problem);
        Assert.Equal(["one", "two"], read.Answers.Select(a => a.Content));
    }

    [Theory]
    [InlineData("""{"s3Uri":"s3://b/a.wav"}""", "s3://b/a.wav", "s3://b/a.wav")]
    [InlineData("""{"s3uri":"s3://b/a.wav"}""", "s3://b/a.wav", "s3://b/a.wav")]
    [InlineData("""{"S3URI":"s3://b/a.wav"}""", "s3://b/a.wav", "s3://b/a.wav")]
    [InlineData("""{"content":"a text"}""", "a text", null)]
    [InlineData("""{}""", null, null)]
    [InlineData("""null""", null, null)]
    [InlineData("""["s3://b/a.wav"]""", null, null)]
    [InlineData("""{"s3Uri":"\udfff","content":"a text"}""", "a text", null)]
    public void TheSourceIsTheUriInAnyCasingOrElseTheContent(string dataObject, string? source, string? uri)
    {
        var read = Read($$"""[{"datasetObjectId":"7","dataObject":{{dataObject}},"annotations":[]}]""");

        Assert.Equal((source, uri), (read.Source, read.SourceUri));
        Assert.Null(read.Problem);
    }

    [Theory]
    [InlineData("""{"workerId":"w","annotationData":{"content":"text"}}""", "w", "text", null)]
    [InlineData("""{"workerId":"w","annotationData":{"content":"not JSON {"}}""", "w", "not JSON {", null)]
    [InlineData("""{"workerId":"w","annotationData":{"content":{"already":"decoded"}}}""", "w", """{"already":"decoded"}""", null)]
    [InlineData("""{"workerId":"w","annotationData":{"s3Uri":"s3://b/k"}}""", "w", null, "s3://b/k")]
    [InlineData("""{"workerId":"w","annotationData":{"s3uri":"s3://b/k"}}""", "w", null, "s3://b/k")]
    [InlineData("""{"workerId":"w","annotationData":{"S3Uri":"s3://b/k"}}""", "w", null, "s3://b/k")]
    [InlineData("""{"workerId":"w","annotationData":{"content":null,"s3Uri":"s3://b/k"}}""", "w", null, "s3://b/k")]
    [InlineData("""{"workerId":12,"annotationData":{"content":"text"}}""", "12", "text", null)]
    public void AnAnswerIsInlineOrElsewhere(string annotation, string worker, string? content, string? uri)
    {
        var read = Read($$"""[{"datasetObjectId":"7","annotations":[{{annotation}}]}]""");

        Assert.Equal([(worker, content, uri)], read.Answers.Select(a => (a.Worker, a.Content, a.Uri)));
        Assert.Empty(read.Rejections);
    }

    [Theory]
    [InlineData("""{"annotationData":{"content":"text"}}""", "", "unknown-worker")]
    [InlineData("""{"workerId":"","annotationData":{"content":"text"}}""", "", "unknown-worker")]
    [InlineData("""{"workerId":"\ud800","annotationData":{"content":"text"}}""", "", "unknown-worker")]
    [InlineData("\"text\"", "", "unknown-worker")]
    [InlineData("""{"workerId":"w"}""", "w", "empty-answer")]
    [InlineData("""{"workerId":"w","annotationData":{}}""", "w", "empty-answer")]
    [InlineData("""{"workerId":"w","annotationData":"text"}""", "w", "empty-answer")]
    [InlineData("""{"workerId":"w","annotationData":{"content":17}}""", "w", "unreadable-answer")]
    [InlineData("""{"workerId":"w","annotationData":{"content":["x"]}}""", "w", "unreadable-answer")]
    [InlineData("""{"workerId":"w","annotationData":{"content":"\ud800"}}""", "w", "unreadable-answer")]
    public void AnAnswerThatCannotBeUsedIsRejectedWithWhatWasWritten(string annotation, string worker, string code)
    {
        var read = Read($$$"""[{"datasetObjectId":"7","annotations":[{{{annotation}}},{"workerId":"good","annotationData":{"content":"kept"}}]}]""");

        var rejection = Assert.Single(read.Rejections);
        Assert.Equal((worker, code), (rejection.Worker, rejection.Reason.Split(':')[0]));
        Assert.Contains(rejection.Raw, annotation);
        Assert.Equal(["kept"], read.Answers.Select(a => a.Content));
    }

    [Theory]
    [InlineData("""[{"datasetObjectId":"7"}]""")]
    [InlineData("""[{"datasetObjectId":"7","annotations":null}]""")]
    [InlineData("""[{"datasetObjectId":"7","annotations":[]}]""")]
    public void NoAnswersAreNoProblem(string payload)
    {
        var read = Read(payload);

        Assert.Null(read.Problem);
        Assert.Empty(read.Answers);
        Assert.Empty(read.Rejections);
    }

    [Theory]
    [InlineData("""[{"datasetObjectId":"7","annotations":{"workerId":"w"}}]""", """{"workerId":"w"}""")]
    [InlineData("""[{"datasetObjectId":"7","annotations":NaN}]""", """{"datasetObjectId":"7","annotations":NaN}""")]
    [InlineData("""[{"datasetObjectId":"7","annotations":[{"workerId":"w","ann""", """{"datasetObjectId":"7","annotations":[{"workerId":"w","ann""")]
    public void AnUnreadableObjectKeepsWhatWasWritten(string payload, string raw)
    {
        var read = Read(payload);

        Assert.StartsWith("unreadable-object:", read.Problem);
        Assert.Equal([raw], read.Rejections.Select(r => r.Raw));
    }

    [Fact]
    public void BytesThatAreNoTextCostOnlyTheirAnswer()
    {
        byte[] payload = [.. """[{"datasetObjectId":"7","annotations":[{"workerId":"a","annotationData":{"content":"x"""u8, 0xFF, .. "\"}},"u8,
            .. """{"workerId":"b","annotationData":{"content":"kept"}}]}]"""u8];

        var read = Payload.Read(Assert.Single(Payload.Index(payload).Objects));

        Assert.Equal("unreadable-answer", Assert.Single(read.Rejections).Reason.Split(':')[0]);
        Assert.Equal(["kept"], read.Answers.Select(a => a.Content));
    }

    private static IEnumerable<string> Ids(string payload) => Payload.Index(Encoding.UTF8.GetBytes(payload)).Objects.Select(o => o.Id);

    private static PayloadObject Read(string payload) => Payload.Read(Payload.Index(Encoding.UTF8.GetBytes(payload)).Objects[0]);

    private static string Element(string id, string uri, string worker, string content) =>
        $$$"""{"datasetObjectId":"{{{id}}}","dataObject":{"s3Uri":"{{{uri}}}"},"annotations":[{"workerId":"{{{worker}}}","annotationData":{"content":"{{{content}}}"}}]}""";
}
