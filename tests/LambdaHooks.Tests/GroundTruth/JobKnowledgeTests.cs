using System.Text;
using LambdaHooks.Answers;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Tests.GroundTruth;

public class JobKnowledgeTests
{
    [Fact]
    public void EveryMemberIsRead()
    {
        var known = Read("""
            {"reliabilities":{"ann":0.9,"ben":0},"use":["ann"],"exclude":["eve","max"],"tracks":{"section":"partition","click":"points"},
             "gold":{"3":{"crowd-image-classifier":{"label":"Falcon"}}}}
            """);

        Assert.Equal(new Dictionary<string, double> { ["ann"] = 0.9, ["ben"] = 0 }, known.Reliabilities);
        Assert.Equal(["ann"], known.Use);
        Assert.Equal(["eve", "max"], known.Exclude.Order(StringComparer.Ordinal));
        Assert.Equal(("partition", "points"), (known.Tracks["section"], known.Tracks["click"]));
        Assert.Equal(new ClipAnswer.Choice("Falcon"), known.Gold["3"].Clip["crowd-image-classifier"]);
    }

    [Fact]
    public void AGoldAnswerIsReadAsAPageSubmitsItToo()
    {
        var own = Forms.Own(""","clip":{"usable":"yes"}""");
        var known = Read($$$"""{"gold":{"a":{{{System.Text.Json.JsonSerializer.Serialize(own)}}}}}""");

        Assert.Equal(new ClipAnswer.Text("yes"), known.Gold["a"].Clip["usable"]);
    }

    [Fact]
    public void NothingNeedsToBeKnown()
    {
        var known = Read("{}");

        Assert.Empty(known.Reliabilities);
        Assert.Empty(known.Use);
        Assert.Empty(known.Exclude);
        Assert.Empty(known.Tracks);
        Assert.Empty(known.Gold);
    }

    [Theory]
    [InlineData("[]", "known")]
    [InlineData("nonsense", "known")]
    [InlineData("""{"reliability":{}}""", "reliability")]
    [InlineData("""{"reliabilities":[0.5]}""", "reliabilities")]
    [InlineData("""{"reliabilities":{"ann":1.01}}""", "reliabilities.ann")]
    [InlineData("""{"reliabilities":{"ann":"0.5"}}""", "reliabilities.ann")]
    [InlineData("""{"reliabilities":{"ann":1,"ann":0}}""", "reliabilities.ann")]
    [InlineData("""{"use":"ann"}""", "use")]
    [InlineData("""{"exclude":["ann",3]}""", "exclude")]
    [InlineData("""{"use":["ann"],"exclude":["ann"]}""", "exclude.ann")]
    [InlineData("""{"tracks":{"section":"part"}}""", "tracks.section")]
    [InlineData("""{"tracks":null}""", "tracks")]
    [InlineData("""{"gold":{"3":7}}""", "gold.3")]
    [InlineData("""{"gold":{"3":"no json"}}""", "gold.3")]
    [InlineData("""{"gold":{"3":{"q":[1]}}}""", "gold.3.q")]
    [InlineData("""{"\ud800":1}""", "known")]
    public void WhatCannotBeReadIsNamed(string json, string field) =>
        Assert.Equal(field, Assert.Throws<HookException>(() => Read(json)).Field);

    private static JobKnowledge Read(string json) => JobKnowledgeReader.Read(Encoding.UTF8.GetBytes(json));
}
