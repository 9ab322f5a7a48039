using System.Text;
using System.Text.Json;

namespace LambdaHooks.Cli.Tests.Showing;

public sealed class ExpectedJsonTests
{
    [Fact]
    public void ListsOfNumbersAreOneLineAndEverythingElseIsIndented() => Assert.Equal(
        """
        {
          "data": [-1,0.50,1e3],
          "one": [
            7
          ],
          "none": [],
          "mixed": [
            1,
            "2"
          ],
          "text": "[1,2,3]",
          "looksNested": "\n  [\n    1,\n    2\n  ]",
          "name": "Łódź \u003Cb\u003E",
          "nothing": null
        }

        """,
        Written("""{"data":[-1,0.50,1e3],"one":[7],"none":[],"mixed":[1,"2"],"text":"[1,2,3]","looksNested":"\n  [\n    1,\n    2\n  ]","name":"Łódź <b>","nothing":null}"""));

    [Theory]
    [InlineData("""{"a":[1,2],"b":"\u0001\"\\"}""")]
    [InlineData("\"only text\"")]
    [InlineData("null")]
    [InlineData("[[],{},[[1,2],[3,4]]]")]
    public void WhatIsWrittenReadsBackAsTheSame(string json) =>
        Assert.Empty(JsonDifference.Between(Comparable(json), Comparable(Written(json))));

    [Fact]
    public void OnlyTheStackTraceOfAnErrorIsLeftOut()
    {
        var error = Comparable("""{"errorMessage":"m","errorType":"t","stackTrace":["at A","at B"]}""");

        Assert.Equal("""{"errorMessage":"m","errorType":"t","stackTrace":[]}""", error!.ToJsonString());
        Assert.Equal("""[{"stackTrace":["at A"]}]""", Comparable("""[{"stackTrace":["at A"]}]""")!.ToJsonString());
    }

    [Fact]
    public void OfARepeatedMemberTheLastCounts() => Assert.Equal("""{"a":{"b":2}}""", Comparable("""{"a":{"b":1,"b":2}}""")!.ToJsonString());

    [Fact]
    public void AByteOrderMarkIsPassedOver() => Assert.Equal("7", Comparable("\uFEFF7")!.ToJsonString());

    [Fact]
    public void HalfASurrogatePairIsRefused() => Assert.Throws<InvalidOperationException>(() => Comparable("""["\ud800"]"""));

    [Fact]
    public void WhatIsNoJsonIsRefused() => Assert.ThrowsAny<JsonException>(() => Comparable("{"));

    private static System.Text.Json.Nodes.JsonNode? Comparable(string json) => ExpectedJson.Comparable(Encoding.UTF8.GetBytes(json));

    private static string Written(string json) => ExpectedJson.Write(Comparable(json));
}
