using System.Text;

namespace LambdaHooks.Ffmpeg.Tests;

/// <summary>Numbers that a file made to do harm can make the programs print.</summary>
public class ExtremeTests
{
    [Theory]
    [InlineData("2147483647:1", 1_000_000)]
    [InlineData("1:2147483647", 1)]
    public void PixelsOfAnyShapeHaveAWidth(string aspect, int width) =>
        Assert.Equal((width, 90), Read($$"""{"streams":[{"codec_type":"video","width":99999,"height":90,"sample_aspect_ratio":"{{aspect}}"}]}""") is { } facts ? (facts.Width, facts.Height) : default);

    [Fact]
    public void TimesAtBothEndsOfTheScaleVary() => Assert.True(Read(
        """
        {"streams":[{"index":0,"codec_type":"video","width":160,"height":90}],
         "packets":[{"stream_index":0,"pts":-9223372036854775807},{"stream_index":0,"pts":9223372036854775806},{"stream_index":0,"pts":9223372036854775807}]}
        """)!.VariableFrameRate);

    [Fact]
    public void ASoundThatBeginsBeforeAllTimeIsCutWhole()
    {
        var tally = new SoundTally();
        var cut = new LeadCut(9.2e12, tally);
        byte[] wav = [.. WavBytes(int.MaxValue), 1, 0, 2, 0];
        tally.Add(wav);

        Assert.Equal(44, cut.Apply(wav));
    }

    [Fact]
    public void AHeadThatStatesLessThanTheEncoderAddedCutsNothing() => Assert.Null(new Mp3Head(0, 1000, -1105).CutAt(1000));

    [Fact]
    public void AHeadThatStatesNoSampleCutsNothing() => Assert.Null(new Mp3Head(0, 1000, 0).CutAt(1000));

    private static LambdaHooks.Media.VideoFacts? Read(string json) => VideoFactsReader.Read(Encoding.UTF8.GetBytes(json));

    private static byte[] WavBytes(int bytesPerSecond)
    {
        var head = new byte[44];
        BitConverter.TryWriteBytes(head.AsSpan(28), bytesPerSecond);
        BitConverter.TryWriteBytes(head.AsSpan(32), (short)2);
        "data"u8.CopyTo(head.AsSpan(36));
        return head;
    }
}
