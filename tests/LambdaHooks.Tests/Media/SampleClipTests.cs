using LambdaHooks.Media;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Tests.Media;

public class SampleClipTests
{
    /// <summary>Formats as the README beside the clips states them; frames as two other programs count them (sox and ffprobe).</summary>
    [Theory]
    [InlineData("cities-1", SampleFormat.Pcm16, 1, 16_000, 45_433)]
    [InlineData("cities-2", SampleFormat.Pcm16, 1, 16_000, 48_924)]
    [InlineData("cities-3", SampleFormat.Pcm16, 1, 16_000, 55_440)]
    [InlineData("desert-1", SampleFormat.Pcm16, 1, 16_000, 48_858)]
    [InlineData("desert-2", SampleFormat.Pcm16, 1, 16_000, 67_362)]
    [InlineData("desert-3", SampleFormat.Pcm16, 1, 16_000, 52_880)]
    [InlineData("order-1", SampleFormat.Pcm16, 1, 16_000, 78_405)]
    [InlineData("order-2", SampleFormat.Pcm16, 1, 16_000, 76_323)]
    [InlineData("order-3", SampleFormat.Pcm16, 1, 16_000, 77_440)]
    [InlineData("sheep-1", SampleFormat.Pcm24, 2, 44_100, 103_690)]
    [InlineData("sheep-3", SampleFormat.Pcm16, 1, 16_000, 42_080)]
    [InlineData("sheep-4", SampleFormat.Ieee32, 1, 16_000, 42_800)]
    [InlineData("street-1", SampleFormat.Pcm16, 1, 16_000, 51_095)]
    [InlineData("street-2", SampleFormat.Pcm8, 1, 8000, 32_001)]
    [InlineData("street-3", SampleFormat.Pcm16, 1, 16_000, 61_360)]
    public async Task EveryClipIsWhatItsReadmeSays(string name, SampleFormat format, int channels, int rate, long frames)
    {
        var header = await WavBytes.ReadableOf(await Read(name));

        Assert.Equal((format, channels, rate, frames), (header.Format, header.Channels, header.SampleRate, header.Frames));
        Assert.Equal(name == "cities-3", header.Notice is not null);
    }

    [Fact]
    public void EveryWavClipIsListedAbove() =>
        Assert.Equal(15, Directory.GetFiles(Checkout.Path("samplemanifests", "media", "clips"), "*.wav").Length);

    /// <summary>Every clip was scaled to a peak of -3 dB: 0.708 of full scale, 90 or 91 of 128.</summary>
    [Theory]
    [InlineData("order-1")]
    [InlineData("sheep-1")]
    [InlineData("sheep-4")]
    [InlineData("street-2")]
    [InlineData("cities-3")]
    public async Task TheLoudestPeakOfAClipIsMinusThreeDecibels(string name)
    {
        var file = await Read(name);
        var pyramid = await PeakMaker.MakeAsync(new MemorySource(file), await WavBytes.ReadableOf(file), ScanPlan.OneCore, null, null, TestContext.Current.CancellationToken);

        var channelShare = name == "sheep-1" ? (1 + 0.7) / 2 : 1;
        Assert.InRange(pyramid.Overview.Data.Max(v => Math.Abs((int)v)), (90 * channelShare) - 1, (91 * channelShare) + 1);
    }

    private static Task<byte[]> Read(string name) =>
        File.ReadAllBytesAsync(Checkout.Path("samplemanifests", "media", "clips", $"{name}.wav"), TestContext.Current.CancellationToken);
}
