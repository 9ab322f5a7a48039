using System.Globalization;
using CsCheck;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Timeline;

public class MediaTimeTests
{
    [Theory]
    [InlineData("0.0000005", 0)]
    [InlineData("0.0000015", 2)]
    [InlineData("0.0000025", 2)]
    [InlineData("0.00000250000000001", 3)]
    [InlineData("-0.0000005", 0)]
    [InlineData("-0.0000015", -2)]
    [InlineData("5.12", 5_120_000)]
    [InlineData("21.402993", 21_402_993)]
    public void SecondsAreRoundedHalfToEvenAtTheSixthDecimal(string seconds, long microseconds)
    {
        Assert.True(MediaTime.TryFromSeconds(decimal.Parse(seconds, CultureInfo.InvariantCulture), out var time));
        Assert.Equal(microseconds, time.Microseconds);
    }

    [Theory]
    [InlineData("3600000", true)]
    [InlineData("-3600000", true)]
    [InlineData("3600000.000001", false)]
    [InlineData("-3600000.000001", false)]
    [InlineData("79228162514264337593543950335", false)]
    public void TimesBeyondAThousandHoursAreRefused(string seconds, bool accepted)
    {
        var value = decimal.Parse(seconds, CultureInfo.InvariantCulture);

        Assert.Equal(accepted, MediaTime.TryFromSeconds(value, out var time));
        Assert.Equal(accepted ? value : 0, time.Seconds);
        Assert.Equal(accepted, Record.Exception(() => MediaTime.FromSeconds(value)) is null);
    }

    [Fact]
    public void SecondsAreWrittenAsDividingWritesThem() =>
        Gen.OneOf(Gen.Long[-MediaTime.Limit.Microseconds, MediaTime.Limit.Microseconds], Gen.Long[-5000, 5000].Select(t => t * 1000)).Sample(microseconds =>
            Assert.Equal((microseconds / 1_000_000m).ToString(CultureInfo.InvariantCulture), new MediaTime(microseconds).Seconds.ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public void SecondsComeBackAsTheyWere() => Gen.Long[-MediaTime.Limit.Microseconds, MediaTime.Limit.Microseconds].Sample(microseconds =>
    {
        var time = new MediaTime(microseconds);
        Assert.Equal(time, MediaTime.FromSeconds(time.Seconds));
        Assert.Equal(time, MediaTime.FromSeconds(decimal.Parse(time.ToString(), CultureInfo.InvariantCulture)));
    }, iter: 10_000);

    [Theory]
    [InlineData(0, 44_100, 0)]
    [InlineData(1, 44_100, 22)]
    [InlineData(2, 44_100, 45)]
    [InlineData(44_100, 44_100, 1_000_000)]
    [InlineData(103_690, 44_100, 2_351_247)]
    [InlineData(1, int.MaxValue, 0)]
    [InlineData(3_600_000_000L * 192_000, 192_000, 3_600_000_000_000_000)]
    public void FramesLastUntilTheWholeMicrosecondBelow(long frames, int rate, long microseconds) =>
        Assert.Equal(microseconds, MediaTime.OfFrames(frames, rate).Microseconds);

    [Theory]
    [InlineData(1_500_000, "1.5")]
    [InlineData(-1, "-0.000001")]
    [InlineData(60_000_000, "60")]
    public void TextHasADotAndNoTrailingZeros(long microseconds, string text) => Assert.Equal(text, new MediaTime(microseconds).ToString());
}
