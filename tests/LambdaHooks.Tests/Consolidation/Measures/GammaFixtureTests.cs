using System.Text.Json;
using LambdaHooks.Consolidation.Measures;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Tests.Consolidation.Measures;

/// <summary>The six continua that dkpro-statistics measured with pygamma-agreement, and the ten sampled continua of each.</summary>
public class GammaFixtureTests
{
    /// <summary>The published figures are single precision.</summary>
    private const double Tolerance = 1e-6;

    public static TheoryData<string> Names { get; } =
    [
        "fixture_01_two_annotators_simple", "fixture_02_unequal_counts", "fixture_03_identical_perfect",
        "fixture_04_three_annotators", "fixture_05_larger_two_annotators", "fixture_06_weighted_alpha3_beta2",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void PairsAreAsFarApartAsPublished(string name)
    {
        using var fixture = Open(name);
        var options = Options(fixture);
        var rows = Rows(fixture.RootElement.GetProperty("continuum"));
        var pairs = fixture.RootElement.GetProperty("tier1").GetProperty("pairDissimilarities").EnumerateArray().ToArray();
        Assert.NotEmpty(pairs);
        foreach (var pair in pairs)
        {
            var a = rows[Text(pair, "annotatorA")][pair.GetProperty("unitIndexA").GetInt32()];
            var b = rows[Text(pair, "annotatorB")][pair.GetProperty("unitIndexB").GetInt32()];
            var units = UnitTable.Of(new Continuum([[a], [b]]));
            var apart = options.DeltaEmpty * new Dissimilarity(options.Alpha, options.Beta).Of(
                units.Starts[0], units.Ends[0], units.Categories[0], units.Starts[1], units.Ends[1], units.Categories[1]);
            AssertNear(pair.GetProperty("combined").GetDouble(), apart);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DisorderAndGammaAreThePublishedOnes(string name)
    {
        using var fixture = Open(name);
        var alignment = Gamma.Align(Read(fixture.RootElement.GetProperty("continuum")), Options(fixture));
        var chance = fixture.RootElement.GetProperty("tier3");

        Assert.True(alignment.IsProven);
        AssertNear(fixture.RootElement.GetProperty("tier1").GetProperty("bestAlignmentDisorder").GetDouble(), alignment.Disorder);
        AssertNear(chance.GetProperty("gamma").GetDouble(), Gamma.Of(alignment.Disorder, chance.GetProperty("expectedDisorder").GetDouble(), 1).Value!.Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EverySampledContinuumHasThePublishedDisorder(string name)
    {
        using var fixture = Open(name);
        var samples = fixture.RootElement.GetProperty("tier2").GetProperty("sampledContinua").EnumerateArray().ToArray();
        Assert.Equal(10, samples.Length);
        foreach (var sample in samples)
        {
            AssertNear(sample.GetProperty("bestAlignmentDisorder").GetDouble(), Gamma.Align(Read(sample.GetProperty("units")), Options(fixture)).Disorder);
        }
    }

    private static JsonDocument Open(string name) => JsonDocument.Parse(File.ReadAllText(Checkout.SharedData("data", "gamma", $"{name}.json")));

    private static GammaOptions Options(JsonDocument fixture)
    {
        var given = fixture.RootElement.GetProperty("params");
        return new GammaOptions
        {
            Alpha = given.GetProperty("alpha").GetDouble(),
            Beta = given.GetProperty("beta").GetDouble(),
            DeltaEmpty = given.GetProperty("deltaEmpty").GetDouble(),
        };
    }

    private static Continuum Read(JsonElement units) => new([.. Rows(units).Values]);

    private static Dictionary<string, ContinuumUnit[]> Rows(JsonElement units) => units.EnumerateArray()
        .GroupBy(u => Text(u, "annotator"))
        .ToDictionary(g => g.Key, g => g.Select(u => new ContinuumUnit(u.GetProperty("start").GetDouble(), u.GetProperty("end").GetDouble(), Text(u, "category"))).ToArray());

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static void AssertNear(double expected, double actual) => Assert.Equal(expected, actual, Tolerance * Math.Max(1, Math.Abs(expected)));
}
