using CsCheck;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class WaveformRescaleTests
{
    [Fact]
    public void AMultipleEqualsWhatTheSamplesGive() =>
        (from rows in Gen.Int[1, 3]
         from frames in Gen.Short.Array[0, 200]
         from fine in Gen.Int[1, 9]
         from step in Gen.Int[1, 9]
         from bits in Gen.Bool.Select(b => b ? WaveformBits.Eight : WaveformBits.Sixteen)
         select (rows, frames, fine, step, bits)).Sample(c =>
        {
            var rescaled = WaveformRescale.To(Direct(c.frames, c.rows, c.fine, c.bits), c.fine * c.step);

            Assert.Equal(Direct(c.frames, c.rows, c.fine * c.step, c.bits), rescaled);
        });

    [Theory]
    [InlineData(255)]
    [InlineData(1000)]
    [InlineData(128)]
    [InlineData(0)]
    public void AnythingElseIsRefusedByName(int samplesPerPixel)
    {
        var fine = new Waveform(8000, 256, 1, WaveformBits.Sixteen, new short[] { 1, 2 });

        var fault = Assert.Throws<PeakOptionsException>(() => WaveformRescale.To(fine, samplesPerPixel));
        Assert.StartsWith($"samples per pixel: {samplesPerPixel} is not a whole multiple of the waveform's 256", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>Straight from the samples, which are interleaved.</summary>
    private static Waveform Direct(short[] samples, int rows, int samplesPerPixel, WaveformBits bits)
    {
        var frames = samples.Take(samples.Length / rows * rows).Chunk(rows).ToArray();
        var data = frames.Chunk(samplesPerPixel).SelectMany(peak => Enumerable.Range(0, rows).SelectMany(row => (short[])[peak.Min(f => f[row]), peak.Max(f => f[row])]));
        return new Waveform(8000, samplesPerPixel, rows, bits, data.Select(v => bits == WaveformBits.Eight ? (short)(v / 256 * 256) : v).ToArray());
    }
}
