using System.Text.Json;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Tests.GroundTruth;

public class JsonLengthTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"a":1,"b":[true,null,"x"],"c":{"d":-1.50e3}}""")]
    [InlineData("""["字","🎧","<&'","\"","\\","\n"]""")]
    public void TheLengthIsThatOfTheShortestSpelling(string shortest) => Assert.Equal(shortest.Length, Of(shortest));

    [Theory]
    [InlineData("""[ 1 , 2 ]""", 5)]
    [InlineData("""["\u5b57\ud83c\udfa7\u003c\/"]""", 9)]
    public void WhiteSpaceAndNeedlessEscapesDoNotCount(string json, int length) => Assert.Equal(length, Of(json));

    private static int Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonLength.Of(document.RootElement);
    }
}
