using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LambdaHooks.Media;

/// <summary>Two channels through the weighting at a time, one in each half of a vector; of an odd last channel the other half is silent.</summary>
/// <param name="weighting">The filters.</param>
/// <param name="first">Index of the first channel.</param>
/// <param name="channels">Samples in a frame.</param>
internal sealed class KWeightedPair(KWeighting weighting, int first, int channels)
{
    private const double Nothing = 1e-30;

    private readonly bool isAlone = first + 1 == channels;
    private Vector128<double> energy;
    private Filtered state;

    /// <summary>Filters these frames and adds up their energies.</summary>
    public void Add(ReadOnlySpan<short> interleaved)
    {
        if (isAlone)
        {
            AddAlone(interleaved);
        }
        else
        {
            AddBoth(interleaved);
        }
    }

    /// <summary>Energy of each channel since it was last taken: the sum of squares, where full scale is 1.</summary>
    public (double First, double Second) TakeEnergy()
    {
        var taken = energy / (32_768.0 * 32_768.0);
        energy = default;
        state = state.WithoutNothing();
        return (taken[0], taken[1]);
    }

    private void AddBoth(ReadOnlySpan<short> interleaved)
    {
        var (filter, sum, now) = (new Coefficients(weighting), energy, state);
        for (var at = first; (uint)at < (uint)interleaved.Length; at += channels)
        {
            var weighted = filter.Apply(ref now, Vector128.Create(interleaved[at], (double)interleaved[at + 1]));
            sum += weighted * weighted;
        }

        (energy, state) = (sum, now);
    }

    private void AddAlone(ReadOnlySpan<short> interleaved)
    {
        var (filter, sum, now) = (new Coefficients(weighting), energy, state);
        for (var at = first; (uint)at < (uint)interleaved.Length; at += channels)
        {
            var weighted = filter.Apply(ref now, Vector128.CreateScalar((double)interleaved[at]));
            sum += weighted * weighted;
        }

        (energy, state) = (sum, now);
    }

    /// <summary>The last two frames before, between and after the filters.</summary>
    private struct Filtered
    {
        public Vector128<double> In1, In2, Mid1, Mid2, Out1, Out2;

        /// <summary>After silence filters ring on below what a processor handles at full speed; there they are set to rest.</summary>
        public readonly Filtered WithoutNothing() => new()
        {
            In1 = In1,
            In2 = In2,
            Mid1 = OrZero(Mid1),
            Mid2 = OrZero(Mid2),
            Out1 = OrZero(Out1),
            Out2 = OrZero(Out2),
        };

        private static Vector128<double> OrZero(Vector128<double> value) =>
            Vector128.ConditionalSelect(Vector128.LessThan(Vector128.Abs(value), Vector128.Create(Nothing)), Vector128<double>.Zero, value);
    }

    /// <summary>Coefficients for both halves. No step is fused, so that the result is the same on every processor.</summary>
    private readonly struct Coefficients(KWeighting weighting)
    {
        private readonly Vector128<double> b0 = Vector128.Create(weighting.Shelf.B0);
        private readonly Vector128<double> b1 = Vector128.Create(weighting.Shelf.B1);
        private readonly Vector128<double> b2 = Vector128.Create(weighting.Shelf.B2);
        private readonly Vector128<double> a1 = Vector128.Create(weighting.Shelf.A1);
        private readonly Vector128<double> a2 = Vector128.Create(weighting.Shelf.A2);
        private readonly Vector128<double> gain = Vector128.Create(weighting.HighPass.B0);
        private readonly Vector128<double> c1 = Vector128.Create(weighting.HighPass.A1);
        private readonly Vector128<double> c2 = Vector128.Create(weighting.HighPass.A2);

        /// <summary>One frame. The last subtraction of each line is all that waits for the frame before.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<double> Apply(ref Filtered last, Vector128<double> input)
        {
            var mid = ((b0 * input) + (b1 * last.In1) + (b2 * last.In2) - (a2 * last.Mid2)) - (a1 * last.Mid1);
            var output = ((gain * (mid - (last.Mid1 + last.Mid1) + last.Mid2)) - (c2 * last.Out2)) - (c1 * last.Out1);
            last = new Filtered { In1 = input, In2 = last.In1, Mid1 = mid, Mid2 = last.Mid1, Out1 = output, Out2 = last.Out1 };
            return output;
        }
    }
}
