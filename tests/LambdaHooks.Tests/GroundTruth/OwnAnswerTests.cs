using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.GroundTruth;

public class OwnAnswerTests
{
    [Fact]
    public void TracksSegmentsAndTokenAreRead()
    {
        var read = Forms.Read(Forms.Own("""
            ,"tracks":[{"id":"x","category":"speech","label":"speech","media":"c1","opened":true,"segments":[
              {"id":"s1","start":0.5,"end":1.25,"labels":["fast"],"text":"hello","attributes":{"severity":"minor","take":2,"sure":true}}]}],
            "timing":{"activeSeconds":3}
            """));

        Assert.Empty(read.Rejections);
        Assert.Equal("t", read.Answer!.Token);
        var track = Assert.Single(read.Answer.Tracks);
        Assert.Equal(new TrackKey("speech", "c1"), track.Key);
        var segment = Assert.Single(track.Segments);
        Assert.Equal((Interval.Seconds(0.5m, 1.25m), "speech", "s1", "hello"), (segment.Interval, segment.Label, segment.Id, segment.Text));
        Assert.Equal(["fast"], segment.Labels);
        Assert.Equal(["severity=minor", "sure=true", "take=2"], segment.Attributes.Select(a => $"{a.Key}={a.Value}").Order());
    }

    [Fact]
    public void TheFieldMayComeDecoded()
    {
        var read = Forms.Read("""{"annotation":{"schema":"lambdahooks/answer/1","token":"t","clip":{"rate":3}}}""");

        Assert.Equal("t", read.Answer!.Token);
        Assert.Equal(["rate"], read.Answer.Clip.Keys);
    }

    [Fact]
    public void ATrackWithoutALabelTakesEachSegmentsFirstLabel()
    {
        var read = Forms.Read(Forms.OwnSegments("""{"start":0,"end":1,"labels":["glitch","","pause","glitch"]},{"start":1,"end":2}"""));

        var segments = read.Answer!.Tracks[0].Segments;
        Assert.Equal(["glitch", null], segments.Select(s => s.Label));
        Assert.Equal(["pause"], segments[0].Labels);
    }

    [Theory]
    [InlineData("""{"end":1}""", "missing-time")]
    [InlineData("""{"start":0,"end":null}""", "missing-time")]
    [InlineData("""{"start":"0","end":1}""", "unreadable-time")]
    [InlineData("""{"start":0,"end":1e400}""", "unreadable-time")]
    [InlineData("""{"start":-1e400,"end":0}""", "unreadable-time")]
    [InlineData("""{"start":0,"end":3600000.000001}""", "unreadable-time")]
    [InlineData("""{"start":1,"end":0.999999}""", "ends-before-start")]
    [InlineData("\"segment\"", "unreadable-segment")]
    [InlineData("null", "unreadable-segment")]
    [InlineData("""{"start":0,"end":1,"text":7}""", "unreadable-text")]
    [InlineData("""{"start":0,"end":1,"text":"\ud800"}""", "unreadable-text")]
    [InlineData("""{"start":0,"end":1,"id":[]}""", "unreadable-text")]
    [InlineData("""{"start":0,"end":1,"labels":"glitch"}""", "unreadable-labels")]
    [InlineData("""{"start":0,"end":1,"labels":["\udc00"]}""", "unreadable-labels")]
    [InlineData("""{"start":0,"end":1,"attributes":["a"]}""", "unreadable-labels")]
    [InlineData("""{"start":0,"end":1,"attributes":{"a":{}}}""", "unreadable-labels")]
    [InlineData("""{"start":0,"end":1,"attributes":{"\ud800":"x"}}""", "unreadable-labels")]
    public void ADamagedSegmentIsRejectedByNameAndTheRestKept(string segment, string code)
    {
        var read = Forms.Read(Forms.OwnSegments($$"""{"start":5,"end":6},{{segment}},{"start":7,"end":8}"""));

        Assert.Equal([("annotation.tracks[0].segments[1]", code)], read.Codes());
        Assert.Equal(segment, read.Rejections[0].Raw);
        Assert.Equal([5m, 7m], read.Answer!.Tracks[0].Segments.Select(s => s.Interval.Start.Seconds));
    }

    [Theory]
    [InlineData("-0", "1e-400", 0, 0)]
    [InlineData("1e-7", "1e0", 0, 1_000_000)]
    [InlineData("-0.25", "0.1234565", -250_000, 123_456)]
    [InlineData("0.30000000000000004", "3600000", 300_000, 3_600_000_000_000)]
    public void TimesAreRoundedToTheMicrosecond(string start, string end, long first, long last)
    {
        var read = Forms.Read(Forms.OwnSegments($$"""{"start":{{start}},"end":{{end}}}"""));

        Assert.Empty(read.Rejections);
        Assert.Equal(new Interval(new MediaTime(first), new MediaTime(last)), read.Answer!.Tracks[0].Segments[0].Interval);
    }

    [Theory]
    [InlineData(""","tracks":{"category":"c"}""", "annotation.tracks", "unreadable-tracks")]
    [InlineData(""","tracks":["c"]""", "annotation.tracks[0]", "unreadable-track")]
    [InlineData(""","tracks":[{"segments":[]}]""", "annotation.tracks[0]", "unreadable-track")]
    [InlineData(""","tracks":[{"category":"\ud800"}]""", "annotation.tracks[0]", "unreadable-track")]
    [InlineData(""","tracks":[{"category":"c","label":7}]""", "annotation.tracks[0]", "unreadable-track")]
    [InlineData(""","tracks":[{"category":"c","media":"\ud800"}]""", "annotation.tracks[0]", "unreadable-track")]
    [InlineData(""","tracks":[{"category":"c","segments":{"0":{"start":0,"end":1}}}]""", "annotation.tracks[0]", "unreadable-track")]
    [InlineData(""","none":"c" """, "annotation.none", "unreadable-category")]
    [InlineData(""","none":[7]""", "annotation.none", "unreadable-category")]
    [InlineData(""","none":["\ud800"]""", "annotation.none", "unreadable-category")]
    [InlineData(""","clip":["x"]""", "annotation.clip", "unreadable-clip")]
    [InlineData(""","clip":{"\ud800":"x"}""", "annotation.clip", "unreadable-field")]
    [InlineData(""","clip":{"rate":{"a":{"b":{}}}}""", "annotation.clip.rate", "unknown-shape")]
    public void ADamagedPartIsRejectedByNameAndClaimsNothing(string members, string part, string code)
    {
        var read = Forms.Read(Forms.Own(members));

        Assert.Equal([(part, code)], read.Codes());
        Assert.Empty(read.Answer!.Tracks);
        Assert.Empty(read.Answer.Clip);
    }

    [Fact]
    public void NamesThatAreNoTextHideNoOtherMember()
    {
        var read = Forms.Read(Forms.Field("annotation", """{"schema":"lambdahooks/answer/1","clip":{"rate":3},"token":"t","\ud800schema-of-mine":0,"\ud800tracks-":0}"""));

        Assert.Equal("t", read.Answer!.Token);
        Assert.Equal(["rate"], read.Answer.Clip.Keys);
    }

    [Theory]
    [InlineData("lambdahooks/answer/2")]
    [InlineData("lambdahooks/answer/")]
    public void AnotherVersionOfTheSchemaIsRejectedWhole(string schema)
    {
        var text = $$"""{"schema":"{{schema}}","tracks":[]}""";

        var form = Forms.Field("annotation", text);
        var read = Forms.Read(form);

        Assert.Null(read.Answer);
        Assert.Equal([(null, "unsupported-schema")], read.Codes());
        Assert.Equal(form, read.Rejections[0].Raw);
    }

    [Fact]
    public void AnAnswerCutShortIsRejectedWhole()
    {
        var read = Forms.Read(Forms.Field("annotation", """{"schema":"lambdahooks/answer/1","tracks":[{"""));

        Assert.Null(read.Answer);
        Assert.Equal([(null, "unreadable-answer")], read.Codes());
    }

    [Theory]
    [InlineData("just a remark")]
    [InlineData("""{"schema":"somebody/else"}""")]
    [InlineData("""{"no":"schema"}""")]
    public void SomebodyElsesFieldOfTheSameNameIsAWholeClipAnswer(string text)
    {
        var read = Forms.Read(Forms.Field("annotation", text));

        Assert.Empty(read.Rejections);
        Assert.Equal(["annotation"], read.Answer!.Clip.Keys);
    }

    [Fact]
    public void NoneOpensTracksAndAddsThoseThatAreMissing()
    {
        var read = Forms.Read(Forms.Own("""
            ,"tracks":[{"category":"a","media":"c1","opened":false,"segments":[]},{"category":"b","opened":false,"segments":[]},
              {"category":"d","segments":[{"start":0,"end":1}]}],"none":["a","c","c","d"]
            """));

        Assert.Equal(
            [("a", true, 0), ("b", false, 0), ("d", true, 1), ("c", true, 0)],
            read.Answer!.Tracks.Select(t => (t.Key.Category, t.Opened, t.Segments.Count)));
    }

    [Fact]
    public void SegmentsBeyondTheLimitAreRejectedByName()
    {
        var read = Forms.Read(Forms.OwnSegments(string.Join(',', Enumerable.Repeat("""{"start":0,"end":1}""", 50_002))));

        Assert.Equal(50_000, read.Answer!.Tracks[0].Segments.Count);
        Assert.Equal([("annotation.tracks[0].segments[50000]", "too-many-segments"), ("annotation.tracks[0].segments[50001]", "too-many-segments")], read.Codes());
    }
}
