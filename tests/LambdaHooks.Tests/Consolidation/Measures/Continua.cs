using System.Globalization;
using CsCheck;
using LambdaHooks.Consolidation.Measures;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Tests.Consolidation.Measures;

/// <summary>Continua to measure: generated, rearranged, and read.</summary>
internal static class Continua
{
    /// <summary>Places and categories from few values, so that ties and equal units are common.</summary>
    public static Gen<Continuum> Small(int annotators, int units) => Several(
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 6], Gen.Int[0, 2]).Select((start, length, category) => Unit(start, start + length, category)), annotators, units);

    /// <summary>Units of 0 to 20 seconds within 200 seconds, in steps of a millisecond.</summary>
    public static Gen<Continuum> Usual(int annotators, int units) => Several(
        Gen.Select(Gen.Int[0, 200_000], Gen.Int[0, 20_000], Gen.Int[0, 3]).Select((start, length, category) => Unit(start / 1024.0, (start + length) / 1024.0, category)), annotators, units);

    /// <summary>What people make: one course of events, which each of them marks with errors of their own.</summary>
    public static Continuum OfPeople(int annotators, int events, double overlap, int seed)
    {
        var random = new Random(seed);
        var truth = new List<(double Start, double End, int Category)>();
        for (var at = 0.0; truth.Count < events;)
        {
            at += 1 + (random.NextDouble() * 8 / overlap);
            truth.Add((at, at + 2 + (random.NextDouble() * 15), random.Next(4)));
            at += 9.5 / overlap;
        }

        return new Continuum([.. Enumerable.Range(0, annotators).Select(_ => truth.Where(t => random.NextDouble() > 0.08).Select(t => Marked(t, random)).ToArray())]);
    }

    /// <summary>Rows of <c>annotator,label,start,end</c>.</summary>
    public static Continuum Read(string file) => new([.. File.ReadAllLines(Checkout.SharedData("data", "gamma-continua", file))
        .Where(line => line.Length > 0)
        .Select(line => line.Split(',', StringSplitOptions.TrimEntries))
        .GroupBy(row => row[0])
        .Select(rows => rows.Select(r => new ContinuumUnit(double.Parse(r[2], CultureInfo.InvariantCulture), double.Parse(r[3], CultureInfo.InvariantCulture), r[1])).ToArray())]);

    /// <summary>The same in another order of annotators and units.</summary>
    public static Continuum Shuffled(Continuum continuum, int seed)
    {
        var random = new Random(seed);
        var annotators = continuum.Annotators.Select(units => { var copy = units.ToArray(); random.Shuffle(copy); return copy; }).ToArray();
        random.Shuffle(annotators);
        return new Continuum(annotators);
    }

    public static Continuum Shifted(Continuum continuum, double by) =>
        new([.. continuum.Annotators.Select(units => units.Select(u => u with { Start = u.Start + by, End = u.End + by }).ToArray())]);

    /// <summary>An alignment as sets of units, whatever the order of annotators, units and tuples.</summary>
    public static string InWords(Continuum continuum, BestAlignment alignment) => string.Join('\n', alignment.Tuples
        .Select(t => string.Join(" + ", t.Select((unit, annotator) => unit < 0 ? null : Words(continuum.Annotators[annotator][unit])).OfType<string>().Order(StringComparer.Ordinal)))
        .Order(StringComparer.Ordinal));

    public static string InWords(Continuum continuum) => string.Join('\n', continuum.Annotators.Select(units => string.Join(' ', units.Select(Words))));

    private static Gen<Continuum> Several(Gen<ContinuumUnit> unit, int annotators, int units) =>
        unit.Array[0, units].Array[2, annotators].Select(rows => new Continuum([.. rows]));

    private static ContinuumUnit Unit(double start, double end, int category) => new(start, end, category == 0 ? null : $"c{category}");

    private static ContinuumUnit Marked((double Start, double End, int Category) truth, Random random)
    {
        var start = truth.Start + ((random.NextDouble() - 0.5) * 4);
        var end = Math.Max(start, truth.End + ((random.NextDouble() - 0.5) * 4));
        return new ContinuumUnit(start, end, $"c{(random.NextDouble() < 0.1 ? random.Next(4) : truth.Category)}");
    }

    private static string Words(ContinuumUnit unit) => string.Create(CultureInfo.InvariantCulture, $"[{unit.Start:R} {unit.End:R} {unit.Category})");
}
