namespace LambdaHooks.Media;

/// <summary>Block energies by loudness, and their mean without the quiet ones.</summary>
/// <remarks>
/// Energies are kept as sums and counts in bins of 0.01 LU, so that a medium of any length takes 240 kB. The means are of the energies
/// themselves; only where the relative gate falls into a bin, all blocks of that bin are on the side of their mean.
/// </remarks>
internal sealed class LoudnessGate
{
    private const double AbsoluteGate = -70;
    private const double RelativeGate = -10;
    private const double Offset = -0.691;
    private const int BinsPerUnit = 100;
    private const double Loudest = 80;
    private const int Bins = (int)(Loudest - AbsoluteGate) * BinsPerUnit;

    private static readonly double LeastEnergy = EnergyOf(AbsoluteGate);

    private readonly double[] sums = new double[Bins];
    private readonly long[] counts = new long[Bins];

    /// <summary>Takes a block's mean energy, where a channel of full-scale direct current has 1.</summary>
    public void Add(double energy)
    {
        if (energy > LeastEnergy)
        {
            var bin = Math.Clamp((int)((LoudnessOf(energy) - AbsoluteGate) * BinsPerUnit), 0, Bins - 1);
            sums[bin] += energy;
            counts[bin]++;
        }
    }

    /// <summary>LUFS; null where no block passed the absolute gate.</summary>
    public double? Integrated()
    {
        if (MeanAbove(0) is not { } ungated)
        {
            return null;
        }

        var threshold = ungated * Math.Pow(10, RelativeGate / 10);
        return MeanAbove(threshold) is { } mean ? LoudnessOf(mean) : null;
    }

    private double? MeanAbove(double threshold)
    {
        var (sum, count) = (0.0, 0L);
        for (var bin = 0; bin < Bins; bin++)
        {
            if (counts[bin] > 0 && sums[bin] / counts[bin] > threshold)
            {
                sum += sums[bin];
                count += counts[bin];
            }
        }

        return count == 0 ? null : sum / count;
    }

    private static double LoudnessOf(double energy) => Offset + (10 * Math.Log10(energy));

    private static double EnergyOf(double loudness) => Math.Pow(10, (loudness - Offset) / 10);
}
