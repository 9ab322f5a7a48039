using System.Text;
using System.Text.Json;
using CsCheck;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class WavesurferJsonWriterTests
{
    [Fact]
    public async Task OneRowIsItsMaximaThenItsMinima() => Assert.Equal(
        """{"version":1,"channels":1,"sampleRate":8000,"samplesPerPeak":4,"bits":16,"length":3,"duration":0.0015,"peaks":[[0.00781,0.99997,0.00015],[-0.00778,-1,-0.00021]]}""" + "\n",
        await TextAsync(WaveformSamples.Mono, WaveformBits.Sixteen));

    [Fact]
    public async Task EightBitsNeedThreeDecimals() => Assert.Equal(
        """{"version":1,"channels":1,"sampleRate":8000,"samplesPerPeak":4,"bits":8,"length":3,"duration":0.0015,"peaks":[[0.008,0.992,0],[0,-1,0]]}""" + "\n",
        await TextAsync(WaveformSamples.Mono, WaveformBits.Eight));

    [Fact]
    public async Task EachOfSeveralRowsIsOneArrayOfTheFurtherValue() => Assert.Equal(
        """{"version":1,"channels":2,"sampleRate":8000,"samplesPerPeak":2,"bits":16,"length":5,"duration":0.00125,"peaks":[[-0.00009,0.00009,-1,-0.61035,0.00021],[0,0,-1,-0.61035,0.00024]]}""" + "\n",
        await TextAsync(WaveformSamples.Split, WaveformBits.Sixteen));

    [Fact]
    public async Task TheDurationIsThatOfTheFramesAndNotOfFullPeaks()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var file = new MemoryStream();
        var sink = new WavesurferJsonWriter(file, WaveformBits.Sixteen);
        await sink.BeginAsync(new PeakHead(44_100, 256, 1, 1, 147), cancel);
        await sink.AddAsync(new short[] { -1, 1 }, cancel);
        await sink.EndAsync(cancel);

        Assert.Contains("\"duration\":0.003333,", Encoding.ASCII.GetString(file.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WaveformBits.Sixteen, 1)]
    [InlineData(WaveformBits.Eight, 256)]
    public async Task EveryValueStaysDistinctAndWithinOne(WaveformBits bits, int step)
    {
        short[] data = [.. Enumerable.Range(0, 65_536 / step).SelectMany(i => Enumerable.Repeat((short)(short.MinValue + (i * step)), 2))];

        var maxima = Peaks(await TextAsync(new Waveform(8000, 4, 1, bits, data), bits))[0];

        Assert.All(maxima, v => Assert.InRange(v, -1, 1));
        Assert.Equal(data.Where((_, i) => i % 2 == 1), maxima.Select(v => (short)(Math.Round(v * (32_768 / step)) * step)));
    }

    [Fact]
    public async Task AnyWaveformIsReadableJsonOfAsManyNumbers() => await WaveformSamples.Any.SampleAsync(async waveform =>
    {
        var peaks = Peaks(await TextAsync(waveform, waveform.Bits));

        Assert.Equal(waveform.Rows == 1 ? 2 : waveform.Rows, peaks.Length);
        Assert.All(peaks, p => Assert.Equal(waveform.Length, p.Length));
    });

    [Fact]
    public async Task ManyPeaksAreWrittenInPortions()
    {
        var waveform = WaveformSamples.Long(rows: 3, peaks: 40_000);

        var peaks = Peaks(await TextAsync(waveform, WaveformBits.Sixteen));

        var (low, high) = (waveform.Data.Span[^2], waveform.Data.Span[^1]);
        Assert.Equal([40_000, 40_000, 40_000], peaks.Select(p => p.Length));
        Assert.Equal((Math.Abs((int)high) > Math.Abs((int)low) ? high : low) / 32_768.0, peaks[2][^1], 0.00001);
    }

    private static async Task<string> TextAsync(Waveform waveform, WaveformBits bits) =>
        Encoding.ASCII.GetString(await WaveformSamples.WriteAsync(waveform, file => new WavesurferJsonWriter(file, bits), portion: 1000));

    private static double[][] Peaks(string text)
    {
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.GetProperty("peaks").EnumerateArray().Select(a => a.EnumerateArray().Select(v => v.GetDouble()).ToArray())];
    }
}
