namespace LambdaHooks.Consolidation.Measures;

/// <summary>Adds up the disagreement within units, in an order of its own.</summary>
internal sealed class AlphaTally
{
    private readonly List<double> disagreements = [];
    private double values;

    /// <summary>Adds a unit with two values or more.</summary>
    /// <param name="count">How many values it has.</param>
    /// <param name="distances">Sum of the distances over all ordered pairs of its values.</param>
    public void Add(int count, double distances)
    {
        values += count;
        disagreements.Add(distances / (count - 1));
    }

    /// <summary>Alpha.</summary>
    /// <param name="distances">Sum of the distances over all ordered pairs of values, across units too.</param>
    public Measure Alpha(double distances)
    {
        if (disagreements.Count == 0)
        {
            return Measure.Undefined("no-pairable-unit: no unit has two values or more", 0);
        }

        if (distances == 0)
        {
            return Measure.Undefined("one-value: all values are the same, so chance leaves nothing to disagree about", disagreements.Count);
        }

        disagreements.Sort();
        var observed = disagreements.Sum() / values;
        var expected = distances / (values * (values - 1));
        return new Measure(1 - (observed / expected), null, disagreements.Count);
    }
}
