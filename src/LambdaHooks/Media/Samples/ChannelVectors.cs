using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LambdaHooks.Media;

/// <summary>The arithmetic of <see cref="Channels"/>, several frames or several channels at a time.</summary>
internal static class ChannelVectors
{
    private const int Lanes = 8;

    /// <summary>Mixes frames from the first on.</summary>
    /// <returns>How many frames were mixed; the last few are left, and all where the machine has no vectors.</returns>
    public static int Mix(ReadOnlySpan<short> interleaved, int channels, Span<short> mono) =>
        !Vector128.IsHardwareAccelerated || channels == 1 ? 0
        : channels == 2 ? MixPairs(interleaved, mono)
        : channels <= Lanes ? MixFew(interleaved, channels, mono)
        : MixMany(interleaved, channels, mono);

    /// <summary>Picks from frames from the first on, where they are pairs.</summary>
    /// <returns>How many frames were looked at; the last few are left, and all where there is no faster way than one by one.</returns>
    public static int Pick(ReadOnlySpan<short> interleaved, int channels, int channel, Span<short> one) =>
        Vector128.IsHardwareAccelerated && BitConverter.IsLittleEndian && channels == 2 ? PickOfPairs(interleaved, channel, one) : 0;

    private static int MixPairs(ReadOnlySpan<short> interleaved, Span<short> mono)
    {
        unchecked
        {
            var frames = mono.Length & ~(Lanes - 1);
            ref var from = ref MemoryMarshal.GetReference(interleaved[..(2 * frames)]);
            ref var to = ref MemoryMarshal.GetReference(mono);
            for (nuint i = 0; i < (nuint)frames; i += Lanes)
            {
                var first = PairSums(Vector128.LoadUnsafe(ref from, 2 * i));
                var last = PairSums(Vector128.LoadUnsafe(ref from, (2 * i) + Lanes));
                Vector128.NarrowWithSaturation(Half(first), Half(last)).StoreUnsafe(ref to, i);
            }

            return frames;
        }
    }

    private static int PickOfPairs(ReadOnlySpan<short> interleaved, int channel, Span<short> one)
    {
        unchecked
        {
            var frames = one.Length & ~(Lanes - 1);
            ref var from = ref MemoryMarshal.GetReference(interleaved[..(2 * frames)]);
            ref var to = ref MemoryMarshal.GetReference(one);
            // The left of a pair is moved to where the right is, so that both are fetched the same way.
            var up = 16 - (16 * channel);
            for (nuint i = 0; i < (nuint)frames; i += Lanes)
            {
                var first = (Vector128.LoadUnsafe(ref from, 2 * i).AsInt32() << up) >> 16;
                var last = (Vector128.LoadUnsafe(ref from, (2 * i) + Lanes).AsInt32() << up) >> 16;
                Vector128.NarrowWithSaturation(first, last).StoreUnsafe(ref to, i);
            }

            return frames;
        }
    }

    /// <summary>Frames of 3 to 8 channels: each is read as eight lanes, of which those beyond the frame are blanked.</summary>
    private static int MixFew(ReadOnlySpan<short> interleaved, int channels, Span<short> mono)
    {
        unchecked
        {
            // As many groups of four frames as can be read without reading beyond the last frame.
            var readable = interleaved.Length < Lanes ? 0 : ((interleaved.Length - Lanes) / channels) + 1;
            var frames = Math.Min(readable, mono.Length) & ~3;
            var inside = Vector128.LessThan(Vector128<short>.Indices, Vector128.Create((short)channels));
            var divisor = Vector128.Create((float)channels);
            ref var from = ref MemoryMarshal.GetReference(interleaved);
            ref var to = ref MemoryMarshal.GetReference(mono);
            var frame = (nuint)channels;
            for (nuint i = 0; i < (nuint)frames; i += 4)
            {
                var at = i * frame;
                var a = PairSums(Vector128.LoadUnsafe(ref from, at) & inside);
                var b = PairSums(Vector128.LoadUnsafe(ref from, at + frame) & inside);
                var c = PairSums(Vector128.LoadUnsafe(ref from, at + (2 * frame)) & inside);
                var d = PairSums(Vector128.LoadUnsafe(ref from, at + (3 * frame)) & inside);
                var mean = Divide(FourSums(a, b, c, d), divisor);
                Unsafe.WriteUnaligned(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref to, i)), Vector128.NarrowWithSaturation(mean, mean).AsInt64().ToScalar());
            }

            return frames;
        }
    }

    /// <summary>Frames of more channels: each is summed along itself.</summary>
    private static int MixMany(ReadOnlySpan<short> interleaved, int channels, Span<short> mono)
    {
        unchecked
        {
            var whole = channels & ~(Lanes - 1);
            for (var i = 0; i < mono.Length; i++)
            {
                var frame = interleaved.Slice(i * channels, channels);
                ref var from = ref MemoryMarshal.GetReference(frame);
                var sums = Vector128<int>.Zero;
                for (nuint at = 0; at < (nuint)whole; at += Lanes)
                {
                    sums += PairSums(Vector128.LoadUnsafe(ref from, at));
                }

                var sum = Vector128.Sum(sums);
                foreach (var rest in frame[whole..])
                {
                    sum += rest;
                }

                mono[i] = (short)(sum / channels);
            }

            return mono.Length;
        }
    }

    /// <summary>Each pair of neighbours, added up in 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> PairSums(Vector128<short> samples)
    {
        var pairs = samples.AsInt32();
        return ((pairs << 16) >> 16) + (pairs >> 16);
    }

    /// <summary>The sum of each of four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> FourSums(Vector128<int> a, Vector128<int> b, Vector128<int> c, Vector128<int> d)
    {
        var (ab, cd) = (TwoSums(a, b), TwoSums(c, d));
        return Vector128.Create(ab[0], cd[0]).AsInt32() + Vector128.Create(ab[1], cd[1]).AsInt32();
    }

    /// <summary>The sums of the halves of two vectors: lower of each, then upper of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> TwoSums(Vector128<int> a, Vector128<int> b)
    {
        var inLower = Vector128.Create(0x00000000_FFFFFFFFL);
        return (NeighboursSum(a).AsInt64() & inLower | NeighboursSum(b).AsInt64() << 32).AsDouble();
    }

    /// <summary>Each even lane and its neighbour; odd lanes hold nothing of use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> NeighboursSum(Vector128<int> sums) => sums + (sums.AsUInt64() >> 32).AsInt32();

    /// <summary>Half, cut toward zero: a shift alone would go down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Half(Vector128<int> sum) => (sum + (sum >>> 31)) >> 1;

    /// <summary>
    /// Exact: a sum of 8 samples has 19 bits and a float 24, and a quotient that is no whole number is an eighth or more from the next,
    /// where floats of that size are 1/512 apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Divide(Vector128<int> sum, Vector128<float> divisor) =>
        Vector128.ConvertToInt32Native(Vector128.ConvertToSingle(sum) / divisor);
}
