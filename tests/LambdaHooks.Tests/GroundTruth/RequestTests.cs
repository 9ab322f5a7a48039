using System.Text;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Tests.GroundTruth;

public class RequestTests
{
    private const string Arn = "arn:aws:sagemaker:us-east-1:123456789012:labeling-job/Speech-Job";

    [Theory]
    [InlineData("2018-10-16")]
    [InlineData("2018-10-06")]
    public void BothSpellingsOfTheVersionAreRead(string version)
    {
        var post = Post($$$"""{"version":"{{{version}}}","labelAttributeName":"l","payload":{"s3Uri":"s3://b/k"}}""");
        using var pre = Pre($$$"""{"version":"{{{version}}}","dataObject":{"source":"x"}}""");

        Assert.Equal("s3://b/k", post.PayloadUri);
        Assert.Equal("x", pre.Line.Source);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","labelCategories":null""")]
    [InlineData(""","labelCategories":["a","b"]""")]
    [InlineData(""","labelCategories":"wrong" """)]
    [InlineData(""","maxHumanWorkersPerDataObject":3,"vpcEnabled":false,"unheardOf":{"x":[1]}""")]
    [InlineData(""","\ud800labelAttributeName":1,"kmsKeyId":7,"outputConfig":{},"roleArn":null""")]
    public void KeysThatAreUnknownOrOfAWrongTypeArePassedOver(string keys)
    {
        var read = Post($$$"""{"labelAttributeName":"speech","payload":{"s3Uri":"s3://b/k"}{{{keys}}}}""");

        Assert.Equal(("speech", "s3://b/k"), (read.LabelAttributeName, read.PayloadUri));
        Assert.Equal((null, null, null), (read.KmsKeyId, read.OutputConfig, read.RoleArn));
    }

    [Fact]
    public void EverythingTheHookNeedsIsRead()
    {
        var read = Post($$$"""
            {"labelingJobArn":"{{{Arn}}}","labelAttributeName":"Speech-Label","roleArn":"arn:role","outputConfig":"s3://b/out/Job/annotations",
             "kmsKeyId":"key-1","payload":{"s3Uri":"s3://b/k"}}
            """);

        Assert.Equal(new PostAnnotationRequest("speech-job", "Speech-Label", "arn:role", "s3://b/out/Job/annotations", "key-1", "s3://b/k", null), read);
    }

    [Theory]
    [InlineData("""{"s3Uri":"s3://b/k"}""")]
    [InlineData("""{"s3uri":"s3://b/k"}""")]
    [InlineData("""{"S3URI":"s3://b/k"}""")]
    public void ThePayloadMayLieElsewhereInAnyCasing(string payload)
    {
        var read = Post($$"""{"labelAttributeName":"l","payload":{{payload}}}""");

        Assert.Equal("s3://b/k", read.PayloadUri);
        Assert.Null(read.InlinePayload);
    }

    [Theory]
    [InlineData("""[{"datasetObjectId":"é"}]""")]
    [InlineData("""{"content":[{"datasetObjectId":"é"}]}""")]
    [InlineData("""{"content":"[{\"datasetObjectId\":\"\u00e9\"}]"}""")]
    public void ThePayloadMayComeInline(string payload)
    {
        var read = Post($$"""{"labelAttributeName":"l","payload":{{payload}}}""");

        Assert.Null(read.PayloadUri);
        Assert.Equal("""[{"datasetObjectId":"é"}]""", Encoding.UTF8.GetString(read.InlinePayload!));
    }

    [Theory]
    [InlineData("""{"payload":{"s3Uri":"s3://b/k"}}""", "labelAttributeName")]
    [InlineData("""{"labelAttributeName":"","payload":{"s3Uri":"s3://b/k"}}""", "labelAttributeName")]
    [InlineData("""{"labelAttributeName":"\ud800","payload":{"s3Uri":"s3://b/k"}}""", "labelAttributeName")]
    [InlineData("""{"labelAttributeName":"l"}""", "payload")]
    [InlineData("""{"labelAttributeName":"l","payload":{}}""", "payload")]
    [InlineData("""{"labelAttributeName":"l","payload":"s3://b/k"}""", "payload")]
    [InlineData("""{"labelAttributeName":"l","payload":{"s3Uri":7}}""", "payload")]
    [InlineData("""{"labelAttributeName":"l",""", "request")]
    [InlineData("", "request")]
    public void ARequestThatCannotBeAnsweredNamesTheFieldAtFault(string request, string field) =>
        Assert.Equal(field, Assert.Throws<HookException>(() => Post(request)).Field);

    [Theory]
    [InlineData("{}", "dataObject")]
    [InlineData("""{"dataObject":null}""", "dataObject")]
    [InlineData("""{"dataObject":[]}""", "dataObject")]
    [InlineData("""{"dataObject":"s3://b/k"}""", "dataObject")]
    [InlineData("""[{"dataObject":{}}]""", "dataObject")]
    [InlineData("""{"dataObject":{"a":NaN}}""", "request")]
    public void ALineThatCannotBeReadNamesTheFieldAtFault(string request, string field) =>
        Assert.Equal(field, Assert.Throws<HookException>(() => Pre(request)).Field);

    [Theory]
    [InlineData("""{"dataObject":{"a":"\ud800"}}""")]
    [InlineData("""{"dataObject":{"\udc00":1}}""")]
    public void ALineWithHalfASurrogatePairSaysSoAndStaysALine(string request)
    {
        using var read = Pre(request);

        Assert.StartsWith("unreadable-line: ", read.Line.Problem, StringComparison.Ordinal);
        Assert.True(read.Line.Canonical.IsEmpty);
    }

    [Theory]
    [InlineData("""{"labelingJobArn":"\ud800","dataObject":{}}""")]
    [InlineData("""{"labelingJobArn":7,"dataObject":{}}""")]
    [InlineData("""{"dataObject":{},"\ud800labelingJobArn":"x"}""")]
    public void AMissingJobIsAnEmptyName(string request)
    {
        using var read = Pre(request);

        Assert.Equal("", read.Job);
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("-0")]
    [InlineData("1e-400")]
    public void NumbersThatNoTypeHoldsPassThroughALine(string number)
    {
        using var read = Pre($$$"""{"dataObject":{"n":{{{number}}}}}""");

        Assert.Equal($$$"""{"n":{{{number}}}}""", Encoding.UTF8.GetString(read.Line.Canonical.Span));
    }

    [Fact]
    public void AByteOrderMarkIsPassedOver() => Assert.Equal("l", Post("\uFEFF" + """{"labelAttributeName":"l","payload":[]}""").LabelAttributeName);

    [Fact]
    public void TheMessageOfARefusalRepeatsNothingThatWasWritten()
    {
        var refused = Assert.Throws<HookException>(() => Post("""{"labelAttributeName":["a secret"],"payload":"another secret"}"""));

        Assert.DoesNotContain("secret", refused.Message);
    }

    private static PostAnnotationRequest Post(string json) => PostAnnotationRequest.Read(Encoding.UTF8.GetBytes(json));

    private static PreAnnotationRequest Pre(string json) => PreAnnotationRequest.Read(Encoding.UTF8.GetBytes(json));
}
