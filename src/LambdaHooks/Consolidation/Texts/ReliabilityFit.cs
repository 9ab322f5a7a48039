namespace LambdaHooks.Consolidation.Texts;

/// <summary>
/// Reliabilities that explain how far each two workers agree: two agree in a word where both are right, so their agreement is the product
/// of their reliabilities, and everybody's follows from the agreements of all pairs (a rank-one fit, as in Ma and Olshevsky 2020).
/// </summary>
/// <remarks>
/// A bad writer agrees with nobody and takes nothing from those who agree with each other. Of two writers alone both get the same: who of
/// them is better cannot be told. Everybody is drawn a little towards a common reliability, as by <see cref="PriorWords"/> further words.
/// </remarks>
internal sealed class ReliabilityFit
{
    private const double PriorWords = 30;
    private const int MostSteps = 500;
    private const double Enough = 1e-10;

    private readonly string[] workers;
    private readonly double?[] known;

    /// <summary>For each worker the partners, their common words, and the share in which they agree.</summary>
    private readonly List<(int Partner, double Words, double Agreement)>[] partners;
    private readonly double common;

    public ReliabilityFit(IReadOnlyDictionary<(string A, string B), (long Edits, long Words)> pairs, IReadOnlyDictionary<string, double> given)
    {
        workers = [.. pairs.Keys.SelectMany(p => new[] { p.A, p.B }).Concat(given.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        known = Array.ConvertAll(workers, w => given.TryGetValue(w, out var r) ? Checked(r) : (double?)null);
        partners = [.. workers.Select(_ => new List<(int, double, double)>())];
        var (edits, words) = (0L, 0L);
        foreach (var ((a, b), sum) in pairs.OrderBy(p => p.Key.A, StringComparer.Ordinal).ThenBy(p => p.Key.B, StringComparer.Ordinal))
        {
            var agreement = 1 - (sum.Edits / (double)sum.Words);
            var (first, second) = (Array.BinarySearch(workers, a, StringComparer.Ordinal), Array.BinarySearch(workers, b, StringComparer.Ordinal));
            partners[first].Add((second, sum.Words, agreement));
            partners[second].Add((first, sum.Words, agreement));
            (edits, words) = (edits + sum.Edits, words + sum.Words);
        }

        common = words == 0 ? 1 : Math.Sqrt(1 - (edits / (double)words));
    }

    /// <summary>The reliability of everybody who shared something with others, or is known.</summary>
    public Dictionary<string, double> Estimated()
    {
        var current = Array.ConvertAll(known, k => k ?? common);
        for (var step = 0; step < MostSteps && Step(ref current) > Enough; step++)
        {
        }

        return workers.Select((w, i) => (w, current[i])).ToDictionary(p => p.w, p => p.Item2, StringComparer.Ordinal);
    }

    /// <summary>
    /// Moves everybody half-way to the least squares given the others, all at once, so that those of whom the same is known stay equal.
    /// </summary>
    private double Step(ref double[] current)
    {
        var next = new double[current.Length];
        var change = 0.0;
        for (var i = 0; i < next.Length; i++)
        {
            next[i] = known[i] ?? ((current[i] + Fitted(i, current)) / 2);
            change = Math.Max(change, Math.Abs(next[i] - current[i]));
        }

        current = next;
        return change;
    }

    private double Fitted(int worker, double[] current)
    {
        var (above, below) = (PriorWords * common, PriorWords);
        foreach (var (partner, words, agreement) in partners[worker])
        {
            above += words * agreement * current[partner];
            below += words * current[partner] * current[partner];
        }

        return Math.Clamp(above / below, 0, 1);
    }

    private static double Checked(double reliability) =>
        reliability is >= 0 and <= 1 ? reliability : throw new ArgumentOutOfRangeException(nameof(reliability), reliability, "A reliability lies between 0 and 1.");
}
