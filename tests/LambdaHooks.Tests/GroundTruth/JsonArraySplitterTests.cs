using System.Text;
using System.Text.Json;
using CsCheck;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Tests.GroundTruth;

public class JsonArraySplitterTests
{
    [Fact]
    public void ValidArraysAreCutAsAParserCutsThem() => Gen.Select(Gen.Int, Gen.Int[0, 6]).Sample((seed, elements) =>
    {
        var json = new JsonMaker(new Random(seed)).ArrayOf(elements);

        using var parsed = JsonDocument.Parse(json);
        Assert.Equal(parsed.RootElement.EnumerateArray().Select(e => e.GetRawText()), Split(json));
    }, iter: 20_000);

    [Theory]
    [InlineData("""[{"a":NaN},{"b":Infinity},nope]""", """{"a":NaN}|{"b":Infinity}|nope""")]
    [InlineData("""["]","}","{[",{"k":"],["}]""", "\"]\"|\"}\"|\"{[\"|{\"k\":\"],[\"}")]
    [InlineData("""["\"]","\\",1]""", "\"\\\"]\"|\"\\\\\"|1")]
    [InlineData("[[1,[2]],[],{}]", "[1,[2]]|[]|{}")]
    [InlineData("[]", "")]
    [InlineData(" [ ] ", "")]
    [InlineData("[1,,2,]", "1|2")]
    public void OnlyStringsEscapesAndBracketsAreFollowed(string json, string elements) => Assert.Equal(elements, string.Join('|', Split(json)!));

    [Theory]
    [InlineData("""[{"a":1},{"b":[2""", """{"a":1}|{"b":[2""")]
    [InlineData("""[{"a":1},{"b":"un""", """{"a":1}|{"b":"un""")]
    [InlineData("[{\"a\":1},{\"b\":\"un\\\"", "{\"a\":1}|{\"b\":\"un\\\"")]
    [InlineData("""[{"a":1}""", """{"a":1}""")]
    [InlineData("""[{"a":1},""", """{"a":1}""")]
    [InlineData("[", "")]
    public void ATextThatEndsTooEarlyGivesItsLastElementAsFarAsItGoes(string json, string elements) =>
        Assert.Equal(elements, string.Join('|', Split(json)!));

    [Theory]
    [InlineData("""[{"a":1}},{"b":2}]""", """{"a":1}}|{"b":2}""")]
    [InlineData("""[{"a":[1]]},{"b":2}]""", """{"a":[1]]}|{"b":2}""")]
    public void OneClosingBracketTooManyCostsOnlyItsOwnElement(string json, string elements) => Assert.Equal(elements, string.Join('|', Split(json)!));

    [Fact]
    public void AByteOrderMarkIsPassedOver() => Assert.Equal(["1", "2"], Split("\uFEFF[1,2]")!);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{}")]
    [InlineData("\"[]\"")]
    [InlineData("]")]
    public void WhatDoesNotBeginWithABracketIsNoArray(string json) => Assert.Null(Split(json));

    [Fact]
    public void AMillionOpenBracketsAreOneElement() => Assert.Equal([999_999], Split(new string('[', 1_000_000))!.Select(e => e.Length));

    private static string[]? Split(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        return JsonArraySplitter.Split(utf8) is { } ranges ? [.. ranges.Select(r => Encoding.UTF8.GetString(utf8[r]))] : null;
    }
}
