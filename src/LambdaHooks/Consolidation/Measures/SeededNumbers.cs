namespace LambdaHooks.Consolidation.Measures;

/// <summary>
/// Pseudo-random numbers that are the same on every machine: SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
/// <param name="seed">The same seed gives the same numbers.</param>
internal sealed class SeededNumbers(ulong seed)
{
    private ulong state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A number from 0 to below a limit; each as likely as the others to within 2^-64 of the limit.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>A number from 0 to below 1, in steps of 2^-53.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1L << 53));

    /// <summary>A number of a normal distribution (Box and Muller 1958).</summary>
    public double Normal(double mean, double deviation)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Fraction()));
        return mean + (deviation * radius * Math.Cos(2 * Math.PI * Fraction()));
    }
}
