using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LambdaHooks.Media;

/// <summary>Every stored format, eight samples at a time, with the arithmetic of <see cref="SampleScalars"/>.</summary>
internal static class EightSamples
{
    private const int VectorBytes = 16;

    internal readonly struct Pcm8 : IEightSamples
    {
        /// <summary>Halving the range and turning its upper bit is subtracting 128.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<short> Read(ref readonly byte from) => Widen(in from) << 8 ^ Vector128.Create(short.MinValue);
    }

    internal readonly struct Pcm16 : IEightSamples
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<short> Read(ref readonly byte from) => Vector128.LoadUnsafe(in from).AsInt16();
    }

    internal readonly struct Pcm24 : IEightSamples
    {
        /// <summary>The upper two bytes of each: four samples from byte 0, four from the 16 bytes at byte 8.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<short> Read(ref readonly byte from)
        {
            var first = ByteTable.Look(Vector128.LoadUnsafe(in from), Vector128.Create((byte)1, 2, 4, 5, 7, 8, 10, 11, 255, 255, 255, 255, 255, 255, 255, 255));
            var last = ByteTable.Look(Vector128.LoadUnsafe(in from, 8), Vector128.Create((byte)255, 255, 255, 255, 255, 255, 255, 255, 5, 6, 8, 9, 11, 12, 14, 15));
            return (first | last).AsInt16();
        }
    }

    internal readonly struct Pcm32 : IEightSamples
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<short> Read(ref readonly byte from) =>
            Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(in from).AsInt32() >> 16, Vector128.LoadUnsafe(in from, VectorBytes).AsInt32() >> 16);
    }

    internal readonly struct Ieee32 : IEightSamples
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<short> Read(ref readonly byte from) =>
            Narrow(Vector128.LoadUnsafe(in from).AsSingle(), Vector128.LoadUnsafe(in from, VectorBytes).AsSingle());
    }

    internal readonly struct Ieee64 : IEightSamples
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<short> Read(ref readonly byte from) => Narrow(Four(in from, 0), Four(in from, 2 * VectorBytes));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector128<float> Four(ref readonly byte from, nuint offset) =>
            Vector128.Narrow(Vector128.LoadUnsafe(in from, offset).AsDouble(), Vector128.LoadUnsafe(in from, offset + VectorBytes).AsDouble());
    }

    internal readonly struct ALaw : IEightSamples
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<short> Read(ref readonly byte from)
        {
            var bits = Widen(in from) ^ Vector128.Create((short)0x55);
            var segment = (bits >> 4) & Vector128.Create((short)7);
            var first = Vector128.Equals(segment, Vector128<short>.Zero);
            var step = ((bits & Vector128.Create((short)15)) << 4) + Vector128.ConditionalSelect(first, Vector128.Create((short)8), Vector128.Create((short)0x108));
            var size = step * PowerOfTwo(segment - (Vector128<short>.One & ~first));
            return Negate(size, Vector128.LessThan(bits, Vector128.Create((short)0x80)));
        }
    }

    internal readonly struct MuLaw : IEightSamples
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<short> Read(ref readonly byte from)
        {
            var bits = Widen(in from) ^ Vector128.Create((short)0xFF);
            var segment = (bits >> 4) & Vector128.Create((short)7);
            var step = ((bits & Vector128.Create((short)15)) << 3) + Vector128.Create((short)0x84);
            var size = (step * PowerOfTwo(segment)) - Vector128.Create((short)0x84);
            return Negate(size, Vector128.GreaterThanOrEqual(bits, Vector128.Create((short)0x80)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Widen(ref readonly byte from) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(in from)).AsByte()).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Narrow(Vector128<float> first, Vector128<float> last) =>
        Vector128.NarrowWithSaturation(Scale(first), Scale(last));

    /// <summary>Not-a-number is made 0 before clipping, so that the machine's own way with it does not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Scale(Vector128<float> value)
    {
        var number = value & Vector128.Equals(value, value);
        var clipped = Vector128.ClampNative(number, Vector128.Create(-1f), Vector128.Create(1f));
        return Vector128.ConvertToInt32Native(clipped * Vector128.Create((float)short.MaxValue));
    }

    /// <summary>2 to the power of 0 to 7: looked up, since lanes are not shifted each by its own number everywhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> PowerOfTwo(Vector128<short> exponent) =>
        ByteTable.Look(Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0), exponent.AsByte()).AsInt16() & Vector128.Create((short)0xFF);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Negate(Vector128<short> value, Vector128<short> where) => (value ^ where) - where;
}
