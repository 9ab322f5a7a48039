using System.Text;
using CsCheck;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class WaveformWriterTests
{
    [Theory]
    [InlineData(WaveformBits.Eight, "01000000 01000000 401f0000 04000000 03000000 00 01 80 7f 00 00")]
    [InlineData(WaveformBits.Sixteen, "01000000 00000000 401f0000 04000000 03000000 01ff 0001 0080 ff7f f9ff 0500")]
    public async Task OneRowIsAudiowaveformsFirstVersion(WaveformBits bits, string expected) =>
        Assert.Equal(Bytes(expected), await WaveformSamples.DatAsync(WaveformSamples.Mono, bits));

    [Fact]
    public async Task SeveralRowsAreItsSecondVersion() => Assert.Equal(
        Bytes("02000000 01000000 401f0000 02000000 05000000 02000000 0000 0000 0000 0000 807f 807f b24e b24e 0000 0000"),
        await WaveformSamples.DatAsync(WaveformSamples.Split, WaveformBits.Eight));

    [Theory]
    [InlineData(WaveformBits.Eight, """{"version":2,"channels":1,"sample_rate":8000,"samples_per_pixel":4,"bits":8,"length":3,"data":[0,1,-128,127,0,0]}""")]
    [InlineData(WaveformBits.Sixteen, """{"version":2,"channels":1,"sample_rate":8000,"samples_per_pixel":4,"bits":16,"length":3,"data":[-255,256,-32768,32767,-7,5]}""")]
    public async Task JsonIsOneLine(WaveformBits bits, string expected) =>
        Assert.Equal(expected + "\n", Encoding.ASCII.GetString(await WaveformSamples.JsonAsync(WaveformSamples.Mono, bits)));

    [Fact]
    public async Task JsonOfSeveralRowsInterleavesThem() => Assert.Equal(
        """{"version":2,"channels":2,"sample_rate":8000,"samples_per_pixel":2,"bits":16,"length":5,"data":[-3,-1,0,0,1,3,0,0,-32768,32767,-32768,32767,-20000,20000,-20000,20000,7,7,8,8]}""" + "\n",
        Encoding.ASCII.GetString(await WaveformSamples.JsonAsync(WaveformSamples.Split, WaveformBits.Sixteen)));

    [Fact]
    public async Task NoPeaksAreAnEmptyList()
    {
        var none = WaveformSamples.Mono with { Data = default };

        Assert.Equal(Bytes("01000000 00000000 401f0000 04000000 00000000"), await WaveformSamples.DatAsync(none, WaveformBits.Sixteen));
        Assert.EndsWith("\"length\":0,\"data\":[]}\n", Encoding.ASCII.GetString(await WaveformSamples.JsonAsync(none, WaveformBits.Sixteen)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryValueIsReadBackInEveryForm() => await WaveformSamples.Any.SampleAsync(async waveform =>
    {
        Assert.Equal(waveform, Waveform.Read(await WaveformSamples.DatAsync(waveform, waveform.Bits)));
        Assert.Equal(waveform, Waveform.Read(await WaveformSamples.JsonAsync(waveform, waveform.Bits)));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(65_536)]
    [InlineData(1 << 20)]
    public async Task HowPeaksAreDividedOnTheWayChangesNothing(int portion)
    {
        var waveform = WaveformSamples.Long(rows: 2, peaks: 30_001);

        Assert.Equal(waveform, Waveform.Read(await WaveformSamples.DatAsync(waveform, WaveformBits.Sixteen, portion)));
        Assert.Equal(waveform, Waveform.Read(await WaveformSamples.JsonAsync(waveform, WaveformBits.Sixteen, portion)));
    }

    [Theory]
    [InlineData(3, 8)]
    [InlineData(5, 8)]
    public async Task PeaksThatAreNotThosePromisedAreAFaultOfTheProgram(int promised, int values)
    {
        var cancel = TestContext.Current.CancellationToken;
        foreach (var sink in (IPeakSink[])[new WaveformDatWriter(new MemoryStream(), WaveformBits.Sixteen), new WaveformJsonWriter(new MemoryStream(), WaveformBits.Sixteen), new WavesurferJsonWriter(new MemoryStream(), WaveformBits.Sixteen)])
        {
            await sink.BeginAsync(new PeakHead(8000, 4, 1, promised, 20), cancel);
            await sink.AddAsync(new short[values], cancel);

            _ = await Assert.ThrowsAsync<InvalidOperationException>(async () => await sink.EndAsync(cancel));
        }
    }

    [Fact]
    public async Task MorePeaksThanADatFileCountsAreRefusedAtTheStart()
    {
        var sink = new WaveformDatWriter(new MemoryStream(), WaveformBits.Eight);

        var fault = await Assert.ThrowsAsync<PeakOptionsException>(async () => await sink.BeginAsync(new PeakHead(8000, 2, 1, 1L << 32, 1L << 33), TestContext.Current.CancellationToken));
        Assert.StartsWith("samples per pixel: ", fault.Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
