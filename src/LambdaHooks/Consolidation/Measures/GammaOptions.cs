namespace LambdaHooks.Consolidation.Measures;

/// <summary>How gamma is computed.</summary>
public sealed record GammaOptions
{
    /// <summary>Weight of the distance in place, 0 or more.</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>Weight of the distance in category, 0 or more.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>Cost of a unit that is paired with nothing, more than 0.</summary>
    public double DeltaEmpty { get; init; } = 1;

    /// <summary>Sampled continua that the expected disorder is first estimated from, 2 or more.</summary>
    public int Samples { get; init; } = 30;

    /// <summary>Relative half-width of the 95 % interval of the expected disorder that further continua are sampled for; 0 samples no more.</summary>
    public double Precision { get; init; } = 0.02;

    /// <summary>Most continua that are sampled, whatever the precision would ask for.</summary>
    public int MostSamples { get; init; } = 1000;

    /// <summary>How often the clips are drawn anew for the 95 % intervals; below 20 for none.</summary>
    public int Resamples { get; init; } = Bootstrap.UsualResamples;

    /// <summary>Seed of the sampler: the same seed and input give the same figure.</summary>
    public ulong Seed { get; init; } = 20261122;

    /// <summary>Throws where an option is out of its range.</summary>
    internal void Check()
    {
        if (!double.IsFinite(Alpha + Beta + DeltaEmpty + Precision))
        {
            throw new ArgumentException("Weights, costs and precision must be finite.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Alpha);
        ArgumentOutOfRangeException.ThrowIfNegative(Beta);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(DeltaEmpty);
        ArgumentOutOfRangeException.ThrowIfLessThan(Samples, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(Precision);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostSamples, Samples);
    }
}
