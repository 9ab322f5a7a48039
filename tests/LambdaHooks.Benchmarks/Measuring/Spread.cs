namespace LambdaHooks.Benchmarks.Measuring;

/// <summary>Least, middle and most of an odd number of runs.</summary>
internal readonly record struct Spread(double Least, double Median, double Most)
{
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new Spread(sorted[0], sorted[sorted.Length / 2], sorted[^1]);
    }
}
