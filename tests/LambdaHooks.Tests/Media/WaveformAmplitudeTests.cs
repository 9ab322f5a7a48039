using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class WaveformAmplitudeTests
{
    [Theory]
    [InlineData(2, new short[] { -100, 101, -20_000, 20_000 }, new short[] { -200, 202, -32_768, 32_767 })]
    [InlineData(0.5, new short[] { -101, 101, 1, -1 }, new short[] { -50, 50, 0, 0 })]
    [InlineData(0, new short[] { -32_768, 32_767 }, new short[] { 0, 0 })]
    public async Task AFactorCutsTowardZeroAndStaysWithinSixteenBits(double factor, short[] values, short[] scaled) =>
        Assert.Equal(scaled, await ScaledAsync(values, next => WaveformAmplitude.By(next, factor)));

    [Theory]
    [InlineData(new short[] { -16_384, 8192, -1, 3 }, new short[] { -32_767, 16_383, -1, 5 })]
    [InlineData(new short[] { 100, 16_384 }, new short[] { 199, 32_767 })]
    [InlineData(new short[] { -10, 20 }, new short[] { -32_767, 32_767 })]
    [InlineData(new short[] { 0, 1000 }, new short[] { 0, 1000 })]
    [InlineData(new short[] { 0, 0 }, new short[] { 0, 0 })]
    [InlineData(new short[0], new short[0])]
    public async Task FullScaleIsReckonedAsByAudiowaveform(short[] values, short[] scaled) =>
        Assert.Equal(scaled, await ScaledAsync(values, WaveformAmplitude.ToFullScale));

    private static async Task<short[]> ScaledAsync(short[] values, Func<IPeakSink, IPeakSink> scale)
    {
        var file = await WaveformSamples.WriteAsync(new Waveform(8000, 4, 1, WaveformBits.Sixteen, values), to => scale(new WaveformDatWriter(to, WaveformBits.Sixteen)), portion: 2);
        return Waveform.Read(file).Data.ToArray();
    }
}
