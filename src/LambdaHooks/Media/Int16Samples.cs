namespace LambdaHooks.Media;
internal static class Int16Samples { public static void Convert(ReadOnlySpan<byte> samples, SampleFormat format, Span<short> target) => MonoMix.Convert(samples, new WavHeader.Readable(format, 1, 8000, 0, 0, null), target); }
