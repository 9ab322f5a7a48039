namespace LambdaHooks.Consolidation.Measures;

/// <summary>Percentile intervals by the bootstrap (Efron 1979): units are drawn again with replacement and measured again.</summary>
public static class Bootstrap
{
    /// <summary>Resamples that are enough for the 2.5th and the 97.5th percentile.</summary>
    public const int UsualResamples = 1000;

    /// <summary>Fewer resamples than this tell no percentile.</summary>
    public const int FewestResamples = 20;

    /// <summary>The interval that holds 95 % of the resampled values.</summary>
    /// <param name="units">How many units there are to draw from.</param>
    /// <param name="measure">
    /// Measures a resample, given as indices of units, ascending, each as often as it was drawn; the list is only valid during the call.
    /// NaN where the measure is not defined on it.
    /// </param>
    /// <param name="seed">The same seed gives the same resamples.</param>
    /// <param name="resamples">How many resamples are drawn, 20 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer resamples than that, or fewer than 0 units.</exception>
    public static BootstrapInterval Percentile(int units, Func<IReadOnlyList<int>, double> measure, ulong seed, int resamples = UsualResamples)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, FewestResamples);
        if (units < 2)
        {
            return BootstrapInterval.Undefined("too-few-units: an interval needs two units or more to draw from", 0);
        }

        var values = Values(units, measure, new SeededNumbers(seed), resamples);
        values.Sort();
        return values.Count * 2 < resamples
            ? BootstrapInterval.Undefined("mostly-undefined: the measure is not defined on more than half of the resamples", values.Count)
            : new BootstrapInterval(values[Place(values.Count, 0.025)], values[^(Place(values.Count, 0.025) + 1)], null, values.Count);
    }

    private static List<double> Values(int units, Func<IReadOnlyList<int>, double> measure, SeededNumbers numbers, int resamples)
    {
        var values = new List<double>(resamples);
        var (drawn, times) = (new int[units], new int[units]);
        for (var resample = 0; resample < resamples; resample++)
        {
            for (var i = 0; i < units; i++)
            {
                times[numbers.Below(units)]++;
            }

            Spell(times, drawn);
            var value = measure(drawn);
            if (!double.IsNaN(value))
            {
                values.Add(value);
            }
        }

        return values;
    }

    /// <summary>Writes each unit as often as it was drawn, ascending, so that a sum over them is added up in one order only. Empties the counts.</summary>
    private static void Spell(int[] times, int[] drawn)
    {
        var place = 0;
        for (var unit = 0; unit < times.Length; unit++)
        {
            drawn.AsSpan(place, times[unit]).Fill(unit);
            place += times[unit];
            times[unit] = 0;
        }
    }

    private static int Place(int count, double share) => (int)(share * count);
}

/// <summary>An interval, or the named reason why there is none.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Reason">A fixed code, a colon, and the explanation; null where there is an interval.</param>
/// <param name="Defined">On how many resamples the measure was defined.</param>
public sealed record BootstrapInterval(double Low, double High, string? Reason, int Defined)
{
    /// <summary>The interval as a measure carries it; null where there is none.</summary>
    public (double Low, double High)? Ends => Reason is null ? (Low, High) : null;

    internal static BootstrapInterval Undefined(string reason, int defined) => new(0, 0, reason, defined);
}
