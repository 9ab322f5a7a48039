using System.Text.Json;
using CsCheck;
using LambdaHooks.Consolidation.Measures;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Tests.Consolidation.Measures;

/// <summary>Alpha against published figures, and against its definition pair by pair.</summary>
public class KrippendorffAlphaTests
{
    private const int Cases = 10_000;

    private static readonly Gen<double[][]> SomeUnits = Gen.Int[0, 5].Select(v => (double)v).Array[0, 5].Array[0, 6];

    [Theory]
    [InlineData("alpha_wikipedia_3x15")]
    [InlineData("alpha_krippendorff_4x12")]
    public void FiguresAreThePublishedOnes(string name)
    {
        using var vectors = Vectors();
        var example = vectors.RootElement.GetProperty(name);
        var rows = example.GetProperty("rows").EnumerateArray().Select(r => r.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? (double?)null : v.GetDouble()).ToArray()).ToArray();
        double[][] units = [.. Enumerable.Range(0, rows[0].Length).Select(u => rows.Select(r => r[u]).OfType<double>().ToArray())];

        Assert.Equal(example.GetProperty("nominal").GetDouble(), KrippendorffAlpha.Nominal(Named(units)).Value!.Value, 6e-7);
        Assert.Equal(example.GetProperty("ordinal").GetDouble(), KrippendorffAlpha.Ordinal(units).Value!.Value, 6e-7);
        Assert.Equal(example.GetProperty("interval").GetDouble(), KrippendorffAlpha.Interval(units).Value!.Value, 6e-7);
    }

    [Fact]
    public void NominalOfTheToyAnswersIsThePublishedOne()
    {
        using var vectors = Vectors();
        var rows = vectors.RootElement.GetProperty("answers_toy").GetProperty("rows").EnumerateArray();
        string[][] units = [.. rows.GroupBy(r => r[1].GetString(), r => r[2].GetString()!).Select(g => g.ToArray())];

        Assert.Equal(0.14219114219114215, KrippendorffAlpha.Nominal(units).Value!.Value, 15);
        Assert.Equal(5, KrippendorffAlpha.Nominal(units).Units);
    }

    [Fact]
    public void EachIsWhatItsDefinitionSays() => SomeUnits.Sample(units =>
    {
        var counts = units.Where(u => u.Length > 1).SelectMany(u => u).CountBy(v => v).ToDictionary();
        double Between(double a, double b) => counts.Where(c => c.Key >= Math.Min(a, b) && c.Key <= Math.Max(a, b)).Sum(c => c.Value) - ((counts[a] + counts[b]) / 2.0);
        AssertSame(Defined(units, (a, b) => a == b ? 0 : 1), KrippendorffAlpha.Nominal(Named(units)));
        AssertSame(Defined(units, (a, b) => (a - b) * (a - b)), KrippendorffAlpha.Interval(units));
        AssertSame(Defined(units, (a, b) => Between(a, b) * Between(a, b)), KrippendorffAlpha.Ordinal(units));
    }, iter: Cases);

    [Fact]
    public void MasiIsWhatItsDefinitionSays() => Gen.Int[0, 15].Array[0, 5].Array[0, 6].Sample(units =>
        AssertSame(Defined(units, Masi), KrippendorffAlpha.Masi([.. units.Select(u => u.Select(Bits).ToArray())])), iter: Cases);

    [Fact]
    public void OrderOfUnitsAndValuesChangesNoBit() => Gen.Select(Gen.Double[-1e6, 1e6].Array[0, 5].Array[0, 6], Gen.Int).Sample((units, seed) =>
    {
        var random = new Random(seed);
        var shuffled = units.Select(u => { var copy = u.ToArray(); random.Shuffle(copy); return copy; }).ToArray();
        random.Shuffle(shuffled);
        Assert.Equal(KrippendorffAlpha.Interval(units), KrippendorffAlpha.Interval(shuffled));
        Assert.Equal(KrippendorffAlpha.Ordinal(units), KrippendorffAlpha.Ordinal(shuffled));
        Assert.Equal(KrippendorffAlpha.Nominal(Named(units)), KrippendorffAlpha.Nominal(Named(shuffled)));
    }, iter: Cases);

    [Fact]
    public void WithoutTwoValuesOfAUnitThereIsNoAlpha() =>
        Assert.StartsWith("no-pairable-unit:", KrippendorffAlpha.Nominal([["a"], ["b"], []]).Reason, StringComparison.Ordinal);

    [Fact]
    public void WithOneValueEverywhereThereIsNoAlpha()
    {
        Assert.StartsWith("one-value:", KrippendorffAlpha.Nominal([["a", "a"], ["a", "a", "a"]]).Reason, StringComparison.Ordinal);
        Assert.StartsWith("one-value:", KrippendorffAlpha.Interval([[0.1, 0.1, 0.1], [0.1, 0.1]]).Reason, StringComparison.Ordinal);
        Assert.StartsWith("one-value:", KrippendorffAlpha.Ordinal([[3, 3]]).Reason, StringComparison.Ordinal);
        Assert.StartsWith("one-value:", KrippendorffAlpha.Masi([[new HashSet<string>(), new HashSet<string>()]]).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void FullAgreementIsOne() => Assert.Equal(1, KrippendorffAlpha.Masi([[Bits(3), Bits(3)], [Bits(4), Bits(4)]]).Value);

    [Fact]
    public void HundredThousandDifferentValuesNeedMemoryForEachOnly()
    {
        double[][] units = [.. Enumerable.Range(0, 100_000).Select(i => new double[] { i, i + 0.5 })];
        var sets = units.Take(5000).Select(u => u.Select(v => (IReadOnlySet<string>)new HashSet<string> { $"{v}", "all" }).ToArray()).ToArray();
        var names = Named(units);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.InRange(KrippendorffAlpha.Ordinal(units).Value!.Value, 0.99, 1);
        Assert.InRange(KrippendorffAlpha.Interval(units).Value!.Value, 0.99, 1);
        Assert.InRange(KrippendorffAlpha.Nominal(names).Value!.Value, -0.01, 0.01);
        Assert.InRange(KrippendorffAlpha.Masi(sets).Value!.Value, -0.01, 0.01);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000 * 1000L);
    }

    [Fact]
    public void NumbersThatAreNoneAreRefused() => Assert.Throws<ArgumentException>(() => KrippendorffAlpha.Interval([[1, double.NaN]]));

    private static JsonDocument Vectors() => JsonDocument.Parse(File.ReadAllText(Checkout.SharedData("data", "vectors.json")));

    private static string[][] Named(double[][] units) => [.. units.Select(u => u.Select(v => v.ToString("R", System.Globalization.CultureInfo.InvariantCulture)).ToArray())];

    private static IReadOnlySet<string> Bits(int bits) => Enumerable.Range(0, 4).Where(b => (bits >> b & 1) == 1).Select(b => $"{b}").ToHashSet();

    private static double Masi(int a, int b)
    {
        var (shared, union) = (int.PopCount(a & b), int.PopCount(a | b));
        var kind = a == b ? 1 : (a & b) == a || (a & b) == b ? 2.0 / 3 : shared > 0 ? 1.0 / 3 : 0;
        return union == 0 ? 0 : 1 - ((double)shared / union * kind);
    }

    private static double? Defined<T>(T[][] units, Func<T, T, double> distance)
    {
        var pairable = units.Where(u => u.Length > 1).ToArray();
        var all = pairable.SelectMany(u => u).ToArray();
        var expected = all.Sum(a => all.Sum(b => distance(a, b))) / (all.Length * (all.Length - 1.0));
        var observed = pairable.Sum(u => u.Sum(a => u.Sum(b => distance(a, b))) / (u.Length - 1)) / all.Length;
        return all.Length == 0 || expected == 0 ? null : 1 - (observed / expected);
    }

    private static void AssertSame(double? expected, Measure actual)
    {
        Assert.Equal(expected is null, actual.Value is null);
        Assert.Equal(expected is null, actual.Reason is not null);
        Assert.Equal(expected ?? 0, actual.Value ?? 0, 1e-9);
    }
}
