namespace LambdaHooks.Tests.GroundTruth;

public class PreferenceReaderTests
{
    [Theory]
    [InlineData("""{"order":["a","b"],"strength":-3}""", -3, false)]
    [InlineData("""{"order":["a","b"],"strength":2.5,"tie":false}""", 2.5, false)]
    [InlineData("""{"order":["a","b"],"tie":true}""", 0, true)]
    [InlineData("""{"order":["a","b"],"strength":0,"tie":true,"ranking":[["a","b"]]}""", 0, true)]
    [InlineData("""{"order":["a","b","c"],"tie":true}""", 0, true)]
    [InlineData("""{"order":["a","b","c"],"strength":1,"ranking":[["c"],["a","b"]]}""", 1, false)]
    public void APreferenceIsRead(string preference, double strength, bool tie)
    {
        var read = Forms.Read(Forms.Own($$""","preference":{{preference}}"""));

        Assert.Empty(read.Rejections);
        Assert.Equal((strength, tie), (read.Answer!.Preference!.Strength, read.Answer.Preference.Tie));
    }

    [Fact]
    public void OrderRankingAndReasonsAreRead()
    {
        var preference = Forms.Read(Forms.Own(""","preference":{"order":["a","b","c"],"strength":1,"ranking":[["c"],["a","b"]],"reasons":["clear",""]}"""))
            .Answer!.Preference!;

        Assert.Equal(["a", "b", "c"], preference.Order);
        Assert.Equal([["c"], ["a", "b"]], preference.Ranking);
        Assert.Equal(["clear", ""], preference.Reasons);
    }

    [Theory]
    [InlineData("\"a\"", "order")]
    [InlineData("{}", "order")]
    [InlineData("""{"order":"ab","strength":1}""", "order")]
    [InlineData("""{"order":["a"],"strength":1}""", "order")]
    [InlineData("""{"order":["a","a"],"strength":1}""", "order")]
    [InlineData("""{"order":["a",7],"strength":1}""", "order")]
    [InlineData("""{"order":["a","\ud800"],"strength":1}""", "order")]
    [InlineData("""{"order":["a","b"]}""", "strength")]
    [InlineData("""{"order":["a","b"],"tie":"true"}""", "strength")]
    [InlineData("""{"order":["a","b"],"strength":"2"}""", "strength")]
    [InlineData("""{"order":["a","b"],"strength":3.01}""", "strength")]
    [InlineData("""{"order":["a","b"],"strength":1e400}""", "strength")]
    [InlineData("""{"order":["a","b"],"strength":-1e400,"tie":true}""", "strength")]
    [InlineData("""{"order":["a","b","c"],"strength":1}""", "ranking")]
    [InlineData("""{"order":["a","b","c"],"strength":1,"ranking":[]}""", "ranking")]
    [InlineData("""{"order":["a","b","c"],"strength":1,"ranking":{"0":["a"]}}""", "ranking")]
    [InlineData("""{"order":["a","b","c"],"strength":1,"ranking":["a","b","c"]}""", "ranking")]
    [InlineData("""{"order":["a","b","c"],"strength":1,"ranking":[["a"],[],["b","c"]]}""", "ranking")]
    [InlineData("""{"order":["a","b","c"],"strength":1,"ranking":[["a"],["b"]]}""", "ranking")]
    [InlineData("""{"order":["a","b","c"],"strength":1,"ranking":[["a"],["b"],["a"]]}""", "ranking")]
    [InlineData("""{"order":["a","b"],"strength":1,"ranking":[["a"],["b"],["c"]]}""", "ranking")]
    public void AMalformedPreferenceIsRejectedAloneAndNamesWhatIsWrong(string preference, string fault)
    {
        var read = Forms.Read(Forms.Own($$""","clip":{"rate":3},"preference":{{preference}}"""));

        Assert.Null(read.Answer!.Preference);
        Assert.Equal(["rate"], read.Answer.Clip.Keys);
        var rejection = Assert.Single(read.Rejections);
        Assert.Equal(("annotation.preference", preference), (rejection.Part, rejection.Raw));
        Assert.Matches($"^unreadable-preference: .*{fault}", rejection.Reason);
    }

    [Theory]
    [InlineData(26, true)]
    [InlineData(27, false)]
    public void AtMostTwentySixCandidatesAreCompared(int candidates, bool accepted)
    {
        var order = string.Join(',', Enumerable.Range(0, candidates).Select(i => $"\"c{i}\""));

        var read = Forms.Read(Forms.Own($$""","preference":{"order":[{{order}}],"tie":true}"""));

        Assert.Equal(accepted, read.Answer!.Preference is not null);
    }

    [Theory]
    [InlineData("\"clear\"")]
    [InlineData("""["clear",7]""")]
    [InlineData("""["\ud800"]""")]
    public void MalformedReasonsAreRejectedAndThePreferenceKept(string reasons)
    {
        var read = Forms.Read(Forms.Own($$$""","preference":{"order":["a","b"],"strength":1,"reasons":{{{reasons}}}}"""));

        Assert.Empty(read.Answer!.Preference!.Reasons);
        Assert.Equal([("annotation.preference.reasons", "unreadable-reasons")], read.Codes());
        Assert.Equal(reasons, read.Rejections[0].Raw);
    }
}
