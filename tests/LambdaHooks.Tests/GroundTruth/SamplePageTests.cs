using LambdaHooks.Answers;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.GroundTruth;

public class SamplePageTests
{
    private const string WithText = """{"id":"A","start":0,"end":1,"text":"typed","emotion":"Happy"}""";
    private const string WithoutText = """{"id":"B","start":2,"end":3,"text":"","emotion":""}""";
    private const string AlsoWithoutText = """{"id":"C","start":4,"end":5,"text":"","emotion":""}""";

    [Fact]
    public void StreamsBecomeTracksWithTagTextAndEmotion()
    {
        var read = Forms.Read(Forms.Sample($$"""{"speaker":[{{WithText}},{{WithoutText}}],"language":[]}"""));

        Assert.Empty(read.Rejections);
        Assert.Equal([new TrackKey("speaker", null), new TrackKey("language", null)], read.Answer!.Tracks.Select(t => t.Key));
        var segments = read.Answer.Tracks[0].Segments;
        Assert.Equal([("A", "typed"), ("B", "")], segments.Select(s => (s.Label!, s.Text)));
        Assert.Equal("Happy", segments[0].Attributes["emotion"]);
        Assert.Empty(segments[1].Attributes);
    }

    [Fact]
    public void AlreadyDecodedAnnotationsAreReadAlike()
    {
        var read = Forms.Read($$$$"""{"annotations":{"streams":{"speaker":[{{{{WithText}}}}]}}}""");

        Assert.Empty(read.Rejections);
        Assert.Equal("typed", read.Answer!.Tracks[0].Segments[0].Text);
    }

    [Theory]
    [InlineData("\"\"", "annotations", "empty-annotations")]
    [InlineData("\"  \"", "annotations", "empty-annotations")]
    [InlineData("\"{\\\"streams\\\":\"", "annotations", "unreadable-annotations")]
    [InlineData("\"not JSON\"", "annotations", "unreadable-annotations")]
    [InlineData("""{"streams":[]}""", "annotations.streams", "unreadable-annotations")]
    [InlineData("""{"streams":"x"}""", "annotations.streams", "unreadable-annotations")]
    [InlineData("""{"streams":{"speaker":{"0":{}}}}""", "annotations.streams.speaker", "unreadable-annotations")]
    [InlineData("""{"streams":{"\ud800":[]}}""", "annotations.streams", "unreadable-annotations")]
    public void UnreadableAnnotationsAreRejectedByNameAndOtherFieldsKept(string annotations, string part, string code)
    {
        var read = Forms.Read($$$"""{"annotations":{{{annotations}}},"rate":{"1":true,"2":false}}""");

        Assert.Equal([(part, code)], read.Codes());
        Assert.Empty(read.Answer!.Tracks);
        Assert.Equal(["rate"], read.Answer.Clip.Keys);
    }

    [Theory]
    [InlineData("""{"sceneChange":"yes"}""")]
    [InlineData("""{"annotations":null,"sceneChange":"yes"}""")]
    [InlineData("""{"annotations":[],"sceneChange":"yes"}""")]
    [InlineData("""{"annotations":{},"sceneChange":"yes"}""")]
    [InlineData("""{"annotations":{"streams":null},"sceneChange":"yes"}""")]
    public void AbsentAnnotationsAreNoTracks(string content)
    {
        var read = Forms.Read(content);

        Assert.Empty(read.Answer!.Tracks);
        Assert.Equal(["sceneChange"], read.Answer.Clip.Keys);
    }

    [Fact]
    public void ASegmentWhosePrefilledTimesThePageDestroyedIsRejectedAndTheRestKept()
    {
        var read = Forms.Read(Forms.Sample($$"""{"speaker":[{"id":"B","text":"","emotion":""},{{WithText}}]}"""));

        Assert.Equal([("annotations.streams.speaker[0]", "missing-time")], read.Codes());
        Assert.Equal(["A"], read.Answer!.Tracks[0].Segments.Select(s => s.Label));
    }

    [Theory]
    [InlineData("""{"id":"B","start":20,"end":5.39,"text":"","emotion":""}""", "ends-before-start")]
    [InlineData("""{"id":"B","start":"0","end":1}""", "unreadable-time")]
    [InlineData("""{"id":"B","start":0,"end":1e400}""", "unreadable-time")]
    [InlineData("[0,1]", "unreadable-segment")]
    [InlineData("""{"id":7,"start":0,"end":1}""", "unreadable-text")]
    [InlineData("""{"id":"B","start":0,"end":1,"text":"\ud83d"}""", "unreadable-text")]
    [InlineData("""{"id":"B","start":0,"end":1,"emotion":["sad"]}""", "unreadable-text")]
    public void ADamagedSegmentIsRejectedByName(string segment, string code)
    {
        var read = Forms.Read(Forms.Sample($$"""{"speaker":[{{WithText}},{{segment}}]}"""));

        Assert.Equal([("annotations.streams.speaker[1]", code)], read.Codes());
        Assert.Equal(segment, read.Rejections[0].Raw);
        Assert.Single(read.Answer!.Tracks[0].Segments);
    }

    [Fact]
    public void SegmentsBeyondTheLimitAreRejectedByName()
    {
        var many = string.Join(',', Enumerable.Repeat(WithText, 30_000));

        var read = Forms.Read(Forms.Sample($$"""{"a":[{{many}}],"b":[{{many}}]}"""));

        Assert.Equal([30_000, 20_000], read.Answer!.Tracks.Select(t => t.Segments.Count));
        Assert.Equal(10_000, read.Rejections.Count);
        Assert.Equal(("annotations.streams.b[20000]", "too-many-segments"), read.Codes().First());
    }

    [Fact]
    public void LostTextAndEmotionGoBackToTheOnlySegmentWithoutText()
    {
        var read = Forms.Read(Forms.Sample($$"""{"speaker":[{{WithText}},{{WithoutText}}]}""", ""","label":"lost","emotiontag":"Worried" """));

        var segments = read.Answer!.Tracks[0].Segments;
        Assert.Equal(["typed", "lost"], segments.Select(s => s.Text));
        Assert.Equal(["Happy", "Worried"], segments.Select(s => s.Attributes["emotion"]));
        Assert.Empty(read.Answer.Clip);
    }

    [Fact]
    public void LostTextIsNotGuessedWhereTwoSegmentsCouldHaveIt()
    {
        var read = Forms.Read(Forms.Sample($$"""{"speaker":[{{WithoutText}},{{AlsoWithoutText}}]}""", ""","label":"lost","emotiontag":"Worried" """));

        Assert.Equal(["", ""], read.Answer!.Tracks[0].Segments.Select(s => s.Text));
        Assert.Equal(new ClipAnswer.Text("lost"), read.Answer.Clip["label"]);
        Assert.Equal(new ClipAnswer.Text("Worried"), read.Answer.Clip["emotiontag"]);
    }

    [Fact]
    public void TextThatWasNotLostIsNoWholeClipAnswer()
    {
        var read = Forms.Read(Forms.Sample($$"""{"speaker":[{{WithText}},{{WithoutText}}]}""", ""","label":"typed","emotiontag":"Happy" """));

        Assert.Equal(["typed", ""], read.Answer!.Tracks[0].Segments.Select(s => s.Text));
        Assert.Empty(read.Answer.Clip);
    }

    [Fact]
    public void AnEmotionThatWasLostAloneGoesBackToItsText()
    {
        var read = Forms.Read(Forms.Sample("""{"speaker":[{"id":"A","start":0,"end":1,"text":"typed","emotion":""}]}""", ""","label":"typed","emotiontag":"Sad" """));

        Assert.Equal("Sad", read.Answer!.Tracks[0].Segments[0].Attributes["emotion"]);
        Assert.Empty(read.Answer.Clip);
    }

    [Fact]
    public void AnEmotionThatContradictsItsSegmentIsKeptBesideIt()
    {
        var read = Forms.Read(Forms.Sample($$"""{"speaker":[{{WithText}}]}""", ""","label":"typed","emotiontag":"Sad" """));

        Assert.Equal("Happy", read.Answer!.Tracks[0].Segments[0].Attributes["emotion"]);
        Assert.Equal(["emotiontag"], read.Answer.Clip.Keys);
    }

    [Fact]
    public void ALabelWithoutTheSamplePagesStreamsIsAWholeClipAnswer()
    {
        var read = Forms.Read("""{"label":"Falcon","annotations":""}""");

        Assert.Equal(new ClipAnswer.Text("Falcon"), read.Answer!.Clip["label"]);
    }
}
