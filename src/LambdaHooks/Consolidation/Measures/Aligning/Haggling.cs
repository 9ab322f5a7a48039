namespace LambdaHooks.Consolidation.Measures;

/// <summary>Seeks the least prices of the units of a part at which no tuple saves more than its units are priced.</summary>
/// <remarks>
/// <see cref="MeetHalfWay"/> puts one price after the other half-way between the best and the second best offer for the unit; fixed
/// points of belief propagation on matchings are of that kind. <see cref="Soften"/> puts each where the offers, weighted by
/// exp(offer / softness), are worth what the unit costs: coordinate descent on the linear program with an entropy, which is what
/// Sinkhorn's scaling does for transport, with less and less entropy.
/// </remarks>
internal sealed class Haggling
{
    private const int HalfWayPasses = 16;
    private const int LoweringPasses = 3;
    private const int MostSoftPasses = 20;
    private const double Cooling = 0.6;
    private const double Settled = 0.004;
    private const double Negligible = 14;

    private readonly PartIndex index;
    private readonly double[] leftOver;

    public Haggling(double[] savings, PartIndex index, double[] prices)
    {
        (this.index, Prices) = (index, prices);
        leftOver = savings;
        for (var i = 0; i < leftOver.Length; i++)
        {
            leftOver[i] = -savings[i];
        }
    }

    /// <summary>Price of each unit, by its place in the part.</summary>
    public double[] Prices { get; }

    /// <summary>Takes over what is left at the prices that it started with.</summary>
    public void Raise(IEnumerable<double> known)
    {
        var i = 0;
        foreach (var value in known)
        {
            leftOver[i++] = value;
        }
    }

    public void MeetHalfWay()
    {
        for (var pass = 0; pass < HalfWayPasses; pass++)
        {
            for (var i = 0; i < Prices.Length; i++)
            {
                var unit = Turn(i, pass);
                _ = Set(unit, HalfWay(unit));
            }
        }
    }

    public void Soften(double from, double until)
    {
        for (var softness = from; softness >= until; softness *= Cooling)
        {
            var moved = double.MaxValue;
            for (var pass = 0; pass < MostSoftPasses && moved > Settled * softness * Prices.Length; pass++)
            {
                moved = 0;
                for (var i = 0; i < Prices.Length; i++)
                {
                    var unit = Turn(i, pass);
                    moved += Set(unit, Soft(unit, softness));
                }
            }
        }
    }

    /// <summary>Raises what is too low, then lowers each price as far as it goes alone.</summary>
    public void MakeFeasible()
    {
        for (var i = 0; i < Prices.Length; i++)
        {
            _ = Set(i, Math.Max(Prices[i], Least(i)));
        }

        for (var pass = 1; pass <= LoweringPasses; pass++)
        {
            for (var i = 0; i < Prices.Length; i++)
            {
                var unit = Turn(i, pass);
                _ = Set(unit, Least(unit));
            }
        }
    }

    private int Turn(int i, int pass) => pass % 2 == 0 ? i : Prices.Length - 1 - i;

    private double Set(int unit, double price)
    {
        var change = price - Prices[unit];
        if (change != 0)
        {
            Prices[unit] = price;
            foreach (var tuple in index.TuplesOf(unit))
            {
                leftOver[tuple] += change;
            }
        }

        return Math.Abs(change);
    }

    private double Least(int unit)
    {
        var best = 0.0;
        foreach (var tuple in index.TuplesOf(unit))
        {
            best = Math.Max(best, Prices[unit] - leftOver[tuple]);
        }

        return best;
    }

    private double HalfWay(int unit)
    {
        // To stay alone is an offer of 0.
        var (best, second) = (0.0, double.MinValue);
        foreach (var tuple in index.TuplesOf(unit))
        {
            var offer = Prices[unit] - leftOver[tuple];
            if (offer > best)
            {
                (best, second) = (offer, best);
            }
            else if (offer > second)
            {
                second = offer;
            }
        }

        return second == double.MinValue ? best : Math.Max(0, (best + second) / 2);
    }

    private double Soft(int unit, double softness)
    {
        var tuples = index.TuplesOf(unit);
        var price = Prices[unit];
        var least = price;
        foreach (var tuple in tuples)
        {
            least = Math.Min(least, leftOver[tuple]);
        }

        var worth = Math.Exp((least - price) / softness);
        var negligible = least + (Negligible * softness);
        foreach (var tuple in tuples)
        {
            if (leftOver[tuple] < negligible)
            {
                worth += Math.Exp((least - leftOver[tuple]) / softness);
            }
        }

        return price - least + (softness * Math.Log(worth));
    }
}
