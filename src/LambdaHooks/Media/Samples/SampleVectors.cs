using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LambdaHooks.Media;

/// <summary>The arithmetic of <see cref="Int16Samples"/>, eight samples at a time; for little-endian machines.</summary>
/// <remarks>
/// 128 bits are what ahead-of-time compilation may take for granted on every machine, and at that width memory is what one waits for.
/// </remarks>
internal static class SampleVectors
{
    /// <summary>Converts all samples there is room for, but less than eight at the end.</summary>
    /// <returns>How many were converted; 0 where the machine has no vectors.</returns>
    public static int Convert(ReadOnlySpan<byte> samples, SampleFormat format, Span<short> target) => format switch
    {
        SampleFormat.Pcm8 => Run<EightSamples.Pcm8>(samples, format, target),
        SampleFormat.Pcm16 => Run<EightSamples.Pcm16>(samples, format, target),
        SampleFormat.Pcm32 => Run<EightSamples.Pcm32>(samples, format, target),
        SampleFormat.Ieee32 => Run<EightSamples.Ieee32>(samples, format, target),
        SampleFormat.Ieee64 => Run<EightSamples.Ieee64>(samples, format, target),
        _ when !ByteTable.IsSupported => 0,
        SampleFormat.Pcm24 => Run<EightSamples.Pcm24>(samples, format, target),
        SampleFormat.ALaw => Run<EightSamples.ALaw>(samples, format, target),
        _ => Run<EightSamples.MuLaw>(samples, format, target),
    };

    private static int Run<T>(ReadOnlySpan<byte> samples, SampleFormat format, Span<short> target)
        where T : struct, IEightSamples
    {
        unchecked
        {
            var count = Vector128.IsHardwareAccelerated ? target.Length & ~7 : 0;
            nint width = format.Bytes();
            // The one check of bounds; what follows reads and writes up to here.
            ref var from = ref MemoryMarshal.GetReference(samples[..((int)width * count)]);
            ref var to = ref MemoryMarshal.GetReference(target);
            for (nint i = 0; i < count; i += 8)
            {
                T.Read(ref Unsafe.Add(ref from, i * width)).StoreUnsafe(ref Unsafe.Add(ref to, i));
            }

            return count;
        }
    }
}
