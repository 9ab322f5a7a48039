using LambdaHooks.Consolidation;

namespace LambdaHooks.Tests.Consolidation.Tracks;

/// <summary>Annotators who part pieces of music of some four minutes; what they share and how they differ is set.</summary>
/// <remarks>
/// A piece has strong boundaries and weaker ones between them. An annotator marks those above their own threshold, so a coarse
/// one's are mostly a subset of a fine one's. A vague boundary has several places some bars apart, of which each picks one.
/// The settings were chosen so that single annotators agree like those of published sets of music sections (F1 about .63 and
/// .43 at an overlap of .5 and .75, boundaries about .44 and .59 within half a second and three).
/// </remarks>
internal sealed record PartitionCrowd(
    double Sections, double Parts, double Strong, double Weak, double Variety, double Thresholds, double Whims, double Clear, double Elsewhere, double Vague, double Invented, double Silence)
{
    public static IReadOnlyList<PartitionCrowd> Kinds { get; } =
    [
        new(7.1, 1.5, 1.6, -0.2, 1.0, 1.0, 0.3, 0.97, 0.3, 0.17, 1.3, 0.2),
        new(4.9, 2.2, 1.2, 0.1, 0.6, 0.5, 0.5, 0.96, 0.5, 0.31, 1.3, 0.7),
        new(8.8, 2.1, 1.4, -0.9, 0.8, 0.9, 0.15, 0.8, 0.65, 0.28, 0.1, 0.5),
        new(7.7, 2.5, 2.2, -0.1, 0.8, 1.1, 0.2, 0.54, 0.5, 0.01, 0.2, 0.1),
    ];

    /// <summary>One piece cut by so many annotators.</summary>
    public WorkerTrack[] Piece(int annotators, Random random)
    {
        var length = Math.Clamp(240 + (60 * Normal(random)), 90, 420);
        var boundaries = Boundaries(length, random);
        var taste = 0.6 * Normal(random);
        return [.. Enumerable.Range(0, annotators).Select(i => Annotate($"a{i}", boundaries, length, taste + (Thresholds * Normal(random)), random))];
    }

    private List<(double[] Places, double Salience)> Boundaries(double length, Random random)
    {
        var strong = new List<double> { 0, length };
        var sections = Math.Max(2, (int)Math.Round(Sections + (1.5 * Normal(random))));
        for (var tries = 0; strong.Count <= sections && tries < 300; tries++)
        {
            var time = 8 + ((length - 16) * random.NextDouble());
            if (strong.TrueForAll(t => Math.Abs(t - time) > 8))
            {
                strong.Add(time);
            }
        }

        strong.Sort();
        var bar = 1.6 + (1.2 * random.NextDouble());
        List<(double[] Places, double Salience)> all = [.. strong.Skip(1).SkipLast(1).Select(t => Boundary(t, Strong))];
        for (var i = 0; i + 1 < strong.Count; i++)
        {
            var parts = Math.Min(1 + Poisson(Parts - 1, random), (int)((strong[i + 1] - strong[i]) / 5));
            all.AddRange(Enumerable.Range(1, Math.Max(0, parts - 1)).Select(p => Boundary(strong[i] + ((strong[i + 1] - strong[i]) * p / parts), Weak)));
        }

        return all;

        (double[] Places, double Salience) Boundary(double time, double salience) => (
            random.NextDouble() < Clear ? [time] : [time, time + (bar * random.GetItems([-4.0, -2, -1, 1, 2, 4], 1)[0])],
            salience + (Variety * Normal(random)));
    }

    private WorkerTrack Annotate(string name, List<(double[] Places, double Salience)> boundaries, double length, double threshold, Random random)
    {
        var marks = new List<double>();
        foreach (var (places, salience) in boundaries.Where(b => b.Salience + (Whims * Normal(random)) > threshold))
        {
            var slip = random.NextDouble() < Vague ? 2 * Normal(random) : 0.15 * Normal(random);
            marks.Add((random.NextDouble() < Elsewhere ? places[^1] : places[0]) + slip);
        }

        marks.AddRange(Enumerable.Range(0, Poisson(Invented * Math.Exp(-threshold / 2), random)).Select(_ => length * random.NextDouble()));
        marks.AddRange(random.NextDouble() < Silence ? [0.4 + (0.05 * Normal(random))] : []);
        marks.AddRange(random.NextDouble() < Silence ? [length - 3 + (0.3 * Normal(random))] : []);
        return PartitionMaker.Cut(name, Apart([.. marks.Order()], length));
    }

    /// <summary>In microseconds, without what nobody would mark: pieces shorter than a second, silence at the start apart.</summary>
    private static long[] Apart(double[] marks, double length)
    {
        var kept = new List<double> { 0 };
        kept.AddRange(marks.Where(m => m > 0.1 && m < length - 1));
        for (var i = kept.Count - 1; i > 1; i--)
        {
            if (kept[i] - kept[i - 1] < 1)
            {
                kept.RemoveAt(i);
            }
        }

        return [.. kept.Append(length).Select(t => (long)(t * 1_000_000))];
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static int Poisson(double mean, Random random)
    {
        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        for (; product > limit; count++)
        {
            product *= random.NextDouble();
        }

        return count;
    }
}
