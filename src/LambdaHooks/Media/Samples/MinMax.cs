using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LambdaHooks.Media;

/// <summary>Smallest and largest of 16-bit samples, by vectors where there are any.</summary>
/// <remarks>
/// The order of samples does not matter to an extreme, so the last vector of a stretch overlaps the one before it and no sample is
/// left for a loop of its own.
/// </remarks>
internal static class MinMax
{
    /// <summary>Lowers and raises a pair by all samples.</summary>
    public static void Widen(ReadOnlySpan<short> samples, ref short low, ref short high)
    {
        var (least, most) = Of(samples);
        low = Math.Min(low, least);
        high = Math.Max(high, most);
    }

    /// <summary>The extremes; (32767, -32768) of no samples.</summary>
    public static (short Low, short High) Of(ReadOnlySpan<short> samples)
    {
        ref var first = ref MemoryMarshal.GetReference(samples);
        return
            Vector256.IsHardwareAccelerated && samples.Length >= Vector256<short>.Count ? Of256(ref first, (nuint)samples.Length)
            : Vector128.IsHardwareAccelerated && samples.Length >= Vector128<short>.Count ? Of128(ref first, (nuint)samples.Length)
            : OfScalar(samples);
    }

    /// <summary>The extremes of each of many equally long stretches, in turn.</summary>
    /// <param name="samples">Whole stretches.</param>
    /// <param name="size">Samples of a stretch, 1 or more.</param>
    /// <param name="pairs">Where the first stretch's minimum goes; its maximum goes beside it.</param>
    /// <param name="step">From one stretch's minimum to the next one's.</param>
    public static void OfEach(ReadOnlySpan<short> samples, int size, Span<short> pairs, int step)
    {
        unchecked
        {
            for (int at = 0, to = 0; at < samples.Length; at += size, to += step)
            {
                (pairs[to], pairs[to + 1]) = Of(samples.Slice(at, size));
            }
        }
    }

    /// <summary>The same, a sample at a time: what the vectors are held against.</summary>
    public static (short Low, short High) OfScalar(ReadOnlySpan<short> samples)
    {
        var (low, high) = (short.MaxValue, short.MinValue);
        foreach (var sample in samples)
        {
            low = Math.Min(low, sample);
            high = Math.Max(high, sample);
        }

        return (low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (short Low, short High) Of256(ref short first, nuint length)
    {
        unchecked
        {
            var width = (nuint)Vector256<short>.Count;
            var last = length - width;
            var low = Vector256.LoadUnsafe(ref first, last);
            var high = low;
            var (low2, high2) = (low, high);
            nuint at = 0;

            // Two chains of comparisons, since each waits for the one before.
            for (; at + width < last; at += 2 * width)
            {
                var (one, two) = (Vector256.LoadUnsafe(ref first, at), Vector256.LoadUnsafe(ref first, at + width));
                (low, high) = (Vector256.Min(low, one), Vector256.Max(high, one));
                (low2, high2) = (Vector256.Min(low2, two), Vector256.Max(high2, two));
            }

            if (at < last)
            {
                var rest = Vector256.LoadUnsafe(ref first, at);
                (low, high) = (Vector256.Min(low, rest), Vector256.Max(high, rest));
            }

            (low, high) = (Vector256.Min(low, low2), Vector256.Max(high, high2));
            return Fold(Vector128.Min(low.GetLower(), low.GetUpper()), Vector128.Max(high.GetLower(), high.GetUpper()));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (short Low, short High) Of128(ref short first, nuint length)
    {
        unchecked
        {
            var width = (nuint)Vector128<short>.Count;
            var last = length - width;
            var low = Vector128.LoadUnsafe(ref first, last);
            var high = low;
            for (nuint at = 0; at < last; at += width)
            {
                var next = Vector128.LoadUnsafe(ref first, at);
                (low, high) = (Vector128.Min(low, next), Vector128.Max(high, next));
            }

            return Fold(low, high);
        }
    }

    /// <summary>Both extremes at once: a maximum is the complement of the minimum of complements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (short Low, short High) Fold(Vector128<short> low, Vector128<short> high)
    {
        var complements = (~high).AsUInt64();
        var eight = Vector128.Min(
            Vector128.Create(low.AsUInt64().ToScalar(), complements.ToScalar()).AsInt16(),
            Vector128.Create(low.AsUInt64().GetElement(1), complements.GetElement(1)).AsInt16());
        var four = Vector128.Min(eight, Vector128.Shuffle(eight.AsInt32(), Vector128.Create(1, 0, 3, 2)).AsInt16());
        var two = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(1, 0, 3, 2, 5, 4, 7, 6)));
        return (two.ToScalar(), (short)~two.GetElement(4));
    }
}
