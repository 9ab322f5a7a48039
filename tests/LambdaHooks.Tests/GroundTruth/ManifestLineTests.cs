using System.Text;
using System.Text.Json;
using CsCheck;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Tests.GroundTruth;

public class ManifestLineTests
{
    private const string Plain = """{"source-ref":"s3://b/a.wav","prompt":"Łódź","nested":{"a":1,"b":[2,3]}}""";

    [Theory]
    [InlineData("""{"prompt":"Łódź","nested":{"b":[2,3],"a":1},"source-ref":"s3://b/a.wav"}""")]
    [InlineData("""{ "source-ref" : "s3:\/\/b\/a.wav", "prompt":"\u0141\u00f3d\u017a" ,"nested" : { "a":1 , "b":[ 2,3 ] } }""")]
    public void TheTokenDependsOnNeitherKeyOrderNorWhiteSpaceNorEscapes(string other) =>
        Assert.Equal(Line(Plain).TokenFor("job"), Line(other).TokenFor("job"));

    [Theory]
    [InlineData("""{"source-ref":"s3://b/a.wav","prompt":"Łódź","nested":{"a":1,"b":[3,2]}}""")]
    [InlineData("""{"source-ref":"s3://b/a.wav","prompt":"Łódź","nested":{"a":"1","b":[2,3]}}""")]
    [InlineData("""{"source-ref":"s3://b/a.wav","prompt":"Łodź","nested":{"a":1,"b":[2,3]}}""")]
    [InlineData("""{"source-ref":"s3://b/a.wav","prompt":"Łódź","nested":{"a":1,"b":[2,3]},"more":null}""")]
    public void TheTokenDependsOnContent(string other) => Assert.NotEqual(Line(Plain).TokenFor("job"), Line(other).TokenFor("job"));

    [Fact]
    public void TheTokenDependsOnTheJob() => Assert.NotEqual(Line(Plain).TokenFor("job"), Line(Plain).TokenFor("job-2"));

    [Fact]
    public void TheTokenIsTheHashOfTheCanonicalLineANewLineAndTheJob()
    {
        // printf '{"a":1,"b":"x"}\njob' | sha256sum
        Assert.Equal("b2cc4f17fc18419ff04d9602121358549e3de89000b62b4091ffbc90f716da7d", Line("""{ "b":"x", "a":1 }""").TokenFor("job"));
    }

    [Fact]
    public void CanonicalJsonKeepsTheMeaningAndIsItsOwnCanonicalForm() => Gen.Int.Sample(seed =>
    {
        using var json = JsonDocument.Parse(new JsonMaker(new Random(seed)).Value());
        using var canonical = JsonDocument.Parse(CanonicalJson.Of(json.RootElement));

        Assert.Equal(CanonicalJson.Of(json.RootElement), CanonicalJson.Of(canonical.RootElement));
        Assert.True(HasDuplicateNames(json.RootElement) || JsonElement.DeepEquals(json.RootElement, canonical.RootElement));
    }, iter: 5_000);

    [Fact]
    public void MembersAreSortedByCodeUnits() =>
        Assert.Equal("""{"A":1,"a":2,"b":{"x":1,"y":2}}""", Encoding.UTF8.GetString(Line("""{"b":{"y":2,"x":1},"a":2,"A":1}""").Canonical.Span));

    [Theory]
    [InlineData("""{"source-ref":"s3://b/a","source":"text"}""", "s3://b/a")]
    [InlineData("""{"source":"text"}""", "text")]
    [InlineData("""{"source-ref":7,"source":"text"}""", "text")]
    [InlineData("""{"prompt":"p"}""", null)]
    public void TheSourceIsSourceRefOrElseSource(string line, string? source) => Assert.Equal(source, Line(line).Source);

    [Fact]
    public void CandidatesAreReadAsFarAsTheyGo()
    {
        var line = Line("""{"candidates":[{"id":"c1","source-ref":"s3://b/1","model":"m"},{"id":7},"no object"]}""");

        Assert.True(line.IsComparison);
        Assert.Equal([new Candidate("c1", "s3://b/1", "m"), new Candidate(null, null, null), new Candidate(null, null, null)], line.Candidates);
    }

    [Theory]
    [InlineData("字")]
    [InlineData("<")]
    [InlineData("🎧")]
    public void LettersThatAreEscapedOnTheWayCountAsWhatTheyAre(string letter)
    {
        var most = (ManifestLine.MostCharacters - """{"k":""}""".Length) / letter.Length;

        Assert.False(Of(most).IsTooLong);
        Assert.True(Of(most + 1).IsTooLong);

        ManifestLine Of(int letters) => Line($$"""{"k":"{{string.Concat(Enumerable.Repeat(letter, letters))}}"}""");
    }

    private static ManifestLine Line(string json) => new(JsonDocument.Parse(json).RootElement);

    private static bool HasDuplicateNames(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().GroupBy(p => p.Name).Any(g => g.Count() > 1) || element.EnumerateObject().Any(p => HasDuplicateNames(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(HasDuplicateNames),
        _ => false,
    };
}
