using System.Buffers.Binary;
using System.Text;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class WaveformReaderTests
{
    private const string Text = """{"version":2,"channels":1,"sample_rate":8000,"samples_per_pixel":4,"bits":8,"length":2,"data":[0,1,-128,127]}""";

    [Fact]
    public async Task EveryTruncationIsRefused()
    {
        foreach (var file in await FilesAsync())
        {
            // Without its last line feed, JSON is still whole.
            var whole = file[^1] == '\n' ? file.Length - 1 : file.Length;
            for (var length = 0; length < whole; length++)
            {
                _ = Assert.Throws<InvalidDataException>(() => Waveform.Read(file.AsSpan(0, length)));
            }
        }
    }

    [Fact]
    public async Task AnyDamageIsReadOrRefusedByName()
    {
        var random = new Random(3);
        foreach (var file in await FilesAsync())
        {
            for (var turn = 0; turn < 20_000; turn++)
            {
                byte[] mangled = [.. file];
                for (var i = random.Next(1, 4); i > 0; i--)
                {
                    mangled[random.Next(mangled.Length)] = (byte)random.Next(256);
                }

                var fault = Record.Exception(() => Waveform.Read(mangled));
                Assert.True(fault is null || (fault is InvalidDataException && fault.Message.Contains(": ", StringComparison.Ordinal)), $"{Convert.ToHexString(mangled)}: {fault}");
            }
        }
    }

    [Theory]
    [InlineData(0, 0u, "version: 0")]
    [InlineData(0, 3u, "version: 3")]
    [InlineData(0, 1u, "length: ")]
    [InlineData(4, 2u, "flags: 0x2")]
    [InlineData(8, 0u, "sample_rate: 0")]
    [InlineData(8, 0xFFFFFFFFu, "sample_rate: -1")]
    [InlineData(12, 0u, "samples_per_pixel: 0")]
    [InlineData(12, 0x80000000u, "samples_per_pixel: -2147483648")]
    [InlineData(16, 4u, "length: 4")]
    [InlineData(16, 6u, "length: 6")]
    [InlineData(16, 0xFFFFFFFFu, "length: 4294967295")]
    [InlineData(20, 0u, "channels: 0")]
    [InlineData(20, 0xFFFFFFFEu, "channels: -2")]
    [InlineData(20, 65_535u, "length: 5 peaks of 65535 channels")]
    [InlineData(20, 65_536u, "channels: 65536")]
    public async Task AnImpossibleFieldOfDatIsNamed(int at, uint value, string field)
    {
        var file = await WaveformSamples.DatAsync(WaveformSamples.Split, WaveformBits.Eight);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);

        Assert.StartsWith(field, Assert.Throws<InvalidDataException>(() => Waveform.Read(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"version\":2", "\"version\":3", "version: 3")]
    [InlineData("\"version\":2,", "", "version: is missing")]
    [InlineData("\"version\":2", "\"version\":1,\"version\":1", "version: comes twice")]
    [InlineData("\"channels\":1,", "", "channels: is missing")]
    [InlineData("\"channels\":1", "\"channels\":-1", "channels: -1")]
    [InlineData("\"channels\":1", "\"channels\":4294967297", "channels: 4294967297 is too large")]
    [InlineData("8000", "0", "sample_rate: 0")]
    [InlineData("8000", "8000.0", "sample_rate: it is no whole number")]
    [InlineData("8000", "\"8000\"", "sample_rate: it is no whole number")]
    [InlineData(":4,", ":-4,", "samples_per_pixel: -4")]
    [InlineData("\"bits\":8", "\"bits\":24", "bits: 24")]
    [InlineData("\"length\":2", "\"length\":1", "length: 1 peaks")]
    [InlineData("\"length\":2", "\"length\":3", "length: 3 peaks")]
    [InlineData("\"length\":2", "\"length\":-2", "length: -2")]
    [InlineData("\"length\":2", "\"length\":9999999999", "length: 9999999999")]
    [InlineData("127", "128", "data[3]: 128 has more than 8 bits")]
    [InlineData("127", "0.5", "data[3]: ")]
    [InlineData("127", "+7", "data[3]: ")]
    [InlineData("127", "007", "data[3]: ")]
    [InlineData("127", "1e2", "data[3]: ")]
    [InlineData("127", "99999", "data[3]: ")]
    [InlineData("127]", "127,]", "data[4]: ")]
    [InlineData(",\"data\":[0,1,-128,127]", "", "data: is missing")]
    [InlineData("\"bits\"", "\"bitz\"", "bitz: ")]
    [InlineData("}", "},", "text: it goes on")]
    public void AnImpossibleMemberOfJsonIsNamed(string part, string instead, string field)
    {
        var text = Text.Replace(part, instead, StringComparison.Ordinal);

        Assert.NotEqual(Text, text);
        Assert.StartsWith(field, Assert.Throws<InvalidDataException>(() => Waveform.Read(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"sample_rate":8000,"samples_per_pixel":4,"bits":8,"length":2,"data":[0,1,-128,127],"version":1}""")]
    [InlineData("""
         { "data" : [ 0, 1, -128,
           127 ],
           "length": 2, "bits": 8, "samples_per_pixel": 4, "sample_rate": 8000, "channels": 1, "version": 2 }

        """)]
    public void AnotherProgramsLayoutIsRead(string text) => Assert.Equal(Waveform.Read(Encoding.UTF8.GetBytes(Text)), Waveform.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task TheHeadIsReadWithoutThePeaks()
    {
        var expected = new WaveformHead(8000, 2, WaveformBits.Eight, 2, 5);
        var dat = await WaveformSamples.DatAsync(WaveformSamples.Split, WaveformBits.Eight);
        var json = await WaveformSamples.JsonAsync(WaveformSamples.Split, WaveformBits.Eight);
        var wavesurfer = await WaveformSamples.WriteAsync(WaveformSamples.Split, file => new WavesurferJsonWriter(file, WaveformBits.Eight));

        Assert.Equal((expected, dat.Length), (WaveformDatReader.ReadHead(dat.AsSpan(0, WaveformDatWriter.HeadBytes), out var bytes), bytes));
        Assert.Equal(expected, WaveformJsonReader.ReadHead(json.AsSpan(0, json.AsSpan().IndexOf((byte)'[') + 1)));
        Assert.Equal(expected, WavesurferJsonReader.ReadHead(wavesurfer.AsSpan(0, WavesurferJsonReader.HeadBytes)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"version":1,"channels":1}""")]
    [InlineData("""{"version":2,"channels":1,"sampleRate":8000,"samplesPerPeak":4,"bits":16,"length":3,""")]
    [InlineData("""{"version":1,"channels":1,"sampleRate":8000,"samplesPerPeak":4,"bits":12,"length":3,""")]
    [InlineData("""{"version":1,"channels":0,"sampleRate":8000,"samplesPerPeak":4,"bits":16,"length":3,""")]
    public void WhatWavesurferPeaksDoNotBeginWithIsRefused(string text) =>
        Assert.Throws<InvalidDataException>(() => WavesurferJsonReader.ReadHead(Encoding.ASCII.GetBytes(text)));

    private static async Task<byte[][]> FilesAsync() =>
    [
        await WaveformSamples.DatAsync(WaveformSamples.Mono, WaveformBits.Sixteen),
        await WaveformSamples.DatAsync(WaveformSamples.Split, WaveformBits.Eight),
        await WaveformSamples.JsonAsync(WaveformSamples.Mono, WaveformBits.Eight),
        await WaveformSamples.JsonAsync(WaveformSamples.Split, WaveformBits.Sixteen),
    ];
}
