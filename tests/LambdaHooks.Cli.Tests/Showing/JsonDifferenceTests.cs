using System.Text.Json.Nodes;

namespace LambdaHooks.Cli.Tests.Showing;

public sealed class JsonDifferenceTests
{
    [Theory]
    [InlineData("""{"a":[1,{"b":null}]}""", """{"a":[1,{"b":null}]}""")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""")]
    [InlineData("1.0", "1")]
    [InlineData("null", "null")]
    public void EqualTextsDoNotDiffer(string expected, string actual) => Assert.Empty(Between(expected, actual));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""", "$.a", "1", "2")]
    [InlineData("""{"a":1}""", "{}", "$.a", "1", null)]
    [InlineData("{}", """{"a":1}""", "$.a", null, "1")]
    [InlineData("""{"a":null}""", "{}", "$.a", "null", null)]
    [InlineData("""{"a":null}""", """{"a":0}""", "$.a", "null", "0")]
    [InlineData("""{"a":[1,2]}""", """{"a":[1]}""", "$.a[1]", "2", null)]
    [InlineData("""[[{"b":"x"}]]""", """[[{"b":"y"}]]""", "$[0][0].b", "\"x\"", "\"y\"")]
    [InlineData("[]", "{}", "$", "[]", "{}")]
    [InlineData("7", "\"7\"", "$", "7", "\"7\"")]
    [InlineData("\"Łódź\"", "\"Lodz\"", "$", "\"Łódź\"", "\"Lodz\"")]
    public void ADifferenceSaysWhereAndBothValues(string expected, string actual, string path, string? expectedThere, string? actualThere) =>
        Assert.Equal(new JsonDifference(path, expectedThere, actualThere), Assert.Single(Between(expected, actual)));

    [Fact]
    public void DifferencesComeInTheOrderOfTheExpectedTextAndNewMembersLast()
    {
        var found = Between("""{"z":1,"a":[1,2],"m":3}""", """{"new":0,"m":4,"a":[0,2],"z":0}""");

        Assert.Equal(["$.z", "$.a[0]", "$.m", "$.new"], found.Select(d => d.Path));
    }

    private static IReadOnlyList<JsonDifference> Between(string expected, string actual) =>
        JsonDifference.Between(JsonNode.Parse(expected), JsonNode.Parse(actual));
}
