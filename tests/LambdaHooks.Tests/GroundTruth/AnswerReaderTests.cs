using LambdaHooks.Answers;

namespace LambdaHooks.Tests.GroundTruth;

public class AnswerReaderTests
{
    [Theory]
    [InlineData("", "empty-answer")]
    [InlineData(" \r\n", "empty-answer")]
    [InlineData("not JSON", "unreadable-answer")]
    [InlineData("{\"a\":NaN}", "unreadable-answer")]
    [InlineData("{\"a\":", "unreadable-answer")]
    [InlineData("[]", "unreadable-answer")]
    [InlineData("\"text\"", "unreadable-answer")]
    [InlineData("null", "unreadable-answer")]
    [InlineData("\uD800", "unreadable-answer")]
    public void AnAnswerThatIsNoFormIsRejectedWhole(string content, string code)
    {
        var read = Forms.Read(content);

        Assert.Null(read.Answer);
        Assert.Equal([(null, code)], read.Codes());
        Assert.Equal((Forms.Worker, content), (read.Rejections[0].Worker, read.Rejections[0].Raw));
    }

    [Fact]
    public void AFormInWhichNothingWasFilledInIsNoAnswer()
    {
        var read = Forms.Read("""{"remarks":null,"issues":[]}""");

        Assert.Null(read.Answer);
        Assert.Equal([(null, "empty-answer")], read.Codes());
    }

    [Theory]
    [InlineData("\"yes\"", "Text yes")]
    [InlineData("\"\"", "Text ")]
    [InlineData("\"<b>\\ud83c\\udfa7\"", "Text <b>🎧")]
    [InlineData("4", "Number 4")]
    [InlineData("-0", "Number -0")]
    [InlineData("1e-400", "Number 0")]
    [InlineData("1e100", "Number 1E+100")]
    [InlineData("true", "Choice true")]
    [InlineData("false", "Choice false")]
    [InlineData("""{"label":"Falcon"}""", "Choice Falcon")]
    [InlineData("""{"crowd-image-classifier":{"label":"Falcon"}}""", "Choice Falcon")]
    [InlineData("""{"on":true}""", "Options on=True")]
    [InlineData("""{"1":false,"2":true}""", "Options 1=False 2=True")]
    [InlineData("""{"label":true}""", "Options label=True")]
    [InlineData("""{"element":{"a":true,"b":false}}""", "Options a=True b=False")]
    [InlineData("""[{"a":true},{"b":false}]""", "Options a=True b=False")]
    [InlineData("""["b","a"]""", "Options a=True b=True")]
    public void AFieldIsKnownByTheShapeOfItsValue(string value, string expected)
    {
        var read = Forms.Read($$"""{"question":{{value}}}""");

        Assert.Empty(read.Rejections);
        Assert.Equal(expected, Spelled(read.Answer!.Clip["question"]));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void AFieldWithoutAValueWasNotAnswered(string value)
    {
        var read = Forms.Read($$"""{"question":{{value}},"other":"yes"}""");

        Assert.Empty(read.Rejections);
        Assert.Equal(["other"], read.Answer!.Clip.Keys);
    }

    [Theory]
    [InlineData("1e400", "unreadable-number")]
    [InlineData("-1e400", "unreadable-number")]
    [InlineData("1e101", "unreadable-number")]
    [InlineData("\"\\ud800\"", "unreadable-text")]
    public void AValueThatCannotBeHeldIsRejectedAloneAndAsItCame(string value, string code)
    {
        var read = Forms.Read($$"""{"question":{{value}},"kept":"yes"}""");

        Assert.Equal([("question", code)], read.Codes());
        Assert.Equal(value, read.Rejections[0].Raw);
        Assert.Equal(["kept"], read.Answer!.Clip.Keys);
    }

    [Fact]
    public void AQuestionThatIsAnsweredTwiceKeepsItsFirstAnswerAndNamesTheOther()
    {
        var read = Forms.Read("""{"remarks":"first","remarks":"second"}""");

        Assert.Equal([("remarks", "repeated-question")], read.Codes());
        Assert.Equal("\"second\"", read.Rejections[0].Raw);
        Assert.Equal(new ClipAnswer.Text("first"), read.Answer!.Clip["remarks"]);
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("[[]]")]
    [InlineData("[{}]")]
    [InlineData("""["a",1]""")]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"a":true,"b":"x"}""")]
    [InlineData("""{"label":"x","more":"y"}""")]
    [InlineData("""{"a":{"b":{"label":"x"}}}""")]
    [InlineData("""["\udfff"]""")]
    [InlineData("""{"label":"\ud800"}""")]
    [InlineData("""{"\ud800":true}""")]
    public void AFieldOfAnotherShapeIsRejectedAloneAndAsItCame(string value)
    {
        var read = Forms.Read($$"""{"question":{{value}},"kept":"yes"}""");

        Assert.Equal([("question", "unknown-shape")], read.Codes());
        Assert.Equal(value, read.Rejections[0].Raw);
        Assert.Equal(["kept"], read.Answer!.Clip.Keys);
    }

    [Fact]
    public void AFieldWhoseNameIsNoTextIsRejectedAlone()
    {
        var read = Forms.Read("""{"\ud800annotation":"lost","kept":"yes","\udc00":[]}""");

        Assert.Equal([("(field)", "unreadable-field"), ("(field)", "unreadable-field")], read.Codes());
        Assert.Equal(["""  "\ud800annotation":"lost"  """.Trim(), """  "\udc00":[]  """.Trim()], read.Rejections.Select(r => r.Raw));
        Assert.Equal(["kept"], read.Answer!.Clip.Keys);
    }

    [Theory]
    [InlineData(511, true)]
    [InlineData(512, false)]
    [InlineData(100_000, false)]
    public void NestingIsReadToADepthAndThenRejected(int depth, bool readable)
    {
        var read = Forms.Read($$"""{"deep":{{new string('[', depth)}}{{new string(']', depth)}}}""");

        Assert.Equal(readable, read.Answer is not null);
        Assert.Equal([readable ? ("deep", "unknown-shape") : (null, "unreadable-answer")], read.Codes());
    }

    [Fact]
    public void TenMegabytesOfTextAreReadAsTheyAre()
    {
        var text = new string('x', 10_000_000);

        var read = Forms.Read(Forms.Field("remarks", text));

        Assert.Equal(text, Assert.IsType<ClipAnswer.Text>(read.Answer!.Clip["remarks"]).Value);
    }

    private static string Spelled(ClipAnswer answer) => answer switch
    {
        ClipAnswer.Text text => $"Text {text.Value}",
        ClipAnswer.Number number => FormattableString.Invariant($"Number {number.Value}"),
        ClipAnswer.Choice choice => $"Choice {choice.Label}",
        ClipAnswer.Options options => $"Options {string.Join(' ', options.Values.OrderBy(o => o.Key).Select(o => $"{o.Key}={o.Value}"))}",
        _ => throw new InvalidOperationException("another kind of answer"),
    };
}
