using System.Text.Json;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Tests.GroundTruth;

public class AnswerSchemaTests
{
    private static readonly SmallSchema Schema = new(Parse(File.ReadAllText(Checkout.Path("src", "LambdaHooks", "GroundTruth", "answer.schema.json"))));

    [Theory]
    [InlineData("")]
    [InlineData(""","token":null,"tracks":null,"clip":null,"preference":null,"none":null,"timing":7,"unheard":{}""")]
    [InlineData(""","tracks":[{"category":"c"},{"category":"c","label":null,"media":"m","opened":false,"segments":null}]""")]
    [InlineData(""","tracks":[{"category":"c","segments":[{"start":0,"end":3600000,"text":null,"id":"s","labels":["","a","a"],"attributes":{"a":"x","b":2,"c":true}}]}]""")]
    [InlineData(""","clip":{"a":null,"b":{},"c":[],"d":"x","e":1e100,"f":true,"g":{"label":"x"},"h":{"label":true},"i":{"x":{"label":"y"}},"j":{"x":{"y":false}}}""")]
    [InlineData(""","clip":{"a":["x","y"],"b":[{},{"x":true}]}""")]
    [InlineData(""","none":["a",""]""")]
    [InlineData(""","preference":{"order":["a","b"],"strength":-3,"tie":null,"ranking":null,"reasons":null}""")]
    [InlineData(""","preference":{"order":["a","b","c"],"tie":true}""")]
    [InlineData(""","preference":{"order":["a","b","c"],"strength":0,"ranking":[["a","b"],["c"]],"reasons":["x"]}""")]
    public void WhatTheSchemaAllowsIsReadWithoutARejection(string members)
    {
        Assert.True(Allows(members));
        Assert.Empty(Forms.Read(Forms.Own(members)).Rejections);
    }

    [Theory]
    [InlineData(""","tracks":{}""")]
    [InlineData(""","tracks":[7]""")]
    [InlineData(""","tracks":[{"category":""}]""")]
    [InlineData(""","tracks":[{"category":"c","label":7}]""")]
    [InlineData(""","tracks":[{"category":"c","segments":{}}]""")]
    [InlineData(""","tracks":[{"category":"c","segments":[null]}]""")]
    [InlineData(""","tracks":[{"category":"c","segments":[{"start":0}]}]""")]
    [InlineData(""","tracks":[{"category":"c","segments":[{"start":0,"end":"1"}]}]""")]
    [InlineData(""","tracks":[{"category":"c","segments":[{"start":-3600001,"end":1}]}]""")]
    [InlineData(""","tracks":[{"category":"c","segments":[{"start":0,"end":1,"labels":[7]}]}]""")]
    [InlineData(""","tracks":[{"category":"c","segments":[{"start":0,"end":1,"attributes":{"a":null}}]}]""")]
    [InlineData(""","clip":[]""")]
    [InlineData(""","clip":{"a":1e101}""")]
    [InlineData(""","clip":{"a":{"label":"x","more":"y"}}""")]
    [InlineData(""","clip":{"a":{"x":{}}}""")]
    [InlineData(""","clip":{"a":["x",7]}""")]
    [InlineData(""","clip":{"a":[{}]}""")]
    [InlineData(""","none":{}""")]
    [InlineData(""","none":[null]""")]
    [InlineData(""","preference":[]""")]
    [InlineData(""","preference":{"order":["a"],"tie":true}""")]
    [InlineData(""","preference":{"order":["a","a"],"tie":true}""")]
    [InlineData(""","preference":{"order":["a","b"]}""")]
    [InlineData(""","preference":{"order":["a","b"],"strength":null,"tie":false}""")]
    [InlineData(""","preference":{"order":["a","b"],"strength":4}""")]
    [InlineData(""","preference":{"order":["a","b"],"strength":1,"ranking":[[]]}""")]
    [InlineData(""","preference":{"order":["a","b","c"],"strength":1}""")]
    [InlineData(""","preference":{"order":["a","b","c"],"strength":1,"ranking":[]}""")]
    [InlineData(""","preference":{"order":["a","b"],"strength":1,"reasons":"x"}""")]
    public void WhatTheSchemaForbidsIsRejectedByName(string members)
    {
        Assert.False(Allows(members));
        Assert.NotEmpty(Forms.Read(Forms.Own(members)).Rejections);
    }

    [Theory]
    [InlineData("single-clips.json")]
    [InlineData("comparisons.json")]
    public void TheSampleAnswersKeepToTheSchema(string file)
    {
        var answers = SampleAnswers.Contents(file)
            .Select(c => Parse(c).TryGetProperty("annotation", out var own) ? own.GetString() : null)
            .OfType<string>()
            .ToArray();

        Assert.NotEmpty(answers);
        Assert.All(answers, a => Assert.True(Schema.Accepts(Parse(a)), a));
    }

    private static bool Allows(string members) => Schema.Accepts(Parse(Parse(Forms.Own(members)).GetProperty("annotation").GetString()!));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
