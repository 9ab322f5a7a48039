using CsCheck;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class LoudnessTests
{
    private const int Rate = 48_000;

    /// <summary>EBU Tech 3341, minimum requirements test signals 1 to 5: stereo sines, each with seconds and level; all have a published loudness ±0.1 LU.</summary>
    [Theory]
    [InlineData(-23.0, new[] { 20, -23.0 })]
    [InlineData(-33.0, new[] { 20, -33.0 })]
    [InlineData(-23.0, new[] { 10, -36.0, 60, -23, 10, -36 })]
    [InlineData(-23.0, new[] { 10, -72.0, 10, -36, 60, -23, 10, -36, 10, -72 })]
    [InlineData(-23.0, new[] { 20, -26.0, 20.1, -20, 20, -26 })]
    public void TheStereoSignalsOfTech3341HaveTheirLoudness(double published, double[] parts)
    {
        var loudness = Begin(Rate, 2);
        foreach (var part in parts.Chunk(2))
        {
            loudness.Add(Tone.Of(part[0], Rate, [part[1], part[1]]));
        }

        Assert.Equal(published, loudness.Integrated()!.Value, 0.1);
    }

    /// <summary>Signal 6, of five channels, and the same as 5.1 with a loud sound where it does not count.</summary>
    [Theory]
    [InlineData(new[] { -28.0, -28, -24, -30, -30 })]
    [InlineData(new[] { -28.0, -28, -24, -3, -30, -30 })]
    public void TheSurroundSignalOfTech3341HasItsLoudness(double[] levels) => Assert.Equal(-23, Of(Tone.Of(20, Rate, levels), Rate, levels.Length)!.Value, 0.1);

    /// <summary>Half loud, half quiet: the mean of both is 2.8 LU below the loud half, and the gate 10 LU below that.</summary>
    [Theory]
    [InlineData(-35.4, -25.77)]
    [InlineData(-36.2, -23.0)]
    public void TheRelativeGateLiesTenUnitsBelowTheMean(double quiet, double expected)
    {
        var loudness = Begin(Rate, 2);
        loudness.Add(Tone.Of(30, Rate, [-23, -23]));
        loudness.Add(Tone.Of(30, Rate, [quiet, quiet]));

        Assert.Equal(expected, loudness.Integrated()!.Value, 0.1);
    }

    /// <summary>ITU-R BS.1770-4, annex 1: a sine of 997 Hz at full scale on one channel has -3.01 LKFS.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AFullScaleSineOnOneChannelIsThreeBelow(int channels)
    {
        double[] levels = [0, .. Enumerable.Repeat(Tone.None, channels - 1)];

        Assert.Equal(-3.01, Of(Tone.Of(5, Rate, levels, 997), Rate, channels)!.Value, 0.01);
    }

    /// <summary>Low rates squeeze the shelf toward half the rate, which shows where it is steepest: around 1,000 Hz.</summary>
    [Theory]
    [InlineData(8000, 0.2)]
    [InlineData(11_025, 0.1)]
    [InlineData(16_000, 0.05)]
    [InlineData(22_050, 0.03)]
    [InlineData(24_000, 0.02)]
    [InlineData(32_000, 0.02)]
    [InlineData(44_100, 0.01)]
    [InlineData(88_200, 0.02)]
    [InlineData(96_000, 0.02)]
    [InlineData(192_000, 0.02)]
    public void ASineIsAsLoudAtEveryRate(int rate, double tolerance) => Assert.Equal(-23, Of(Tone.Of(5, rate, [-23, -23]), rate, 2)!.Value, tolerance);

    [Theory]
    [InlineData("F")]
    [InlineData("FF")]
    [InlineData("FFF")]
    [InlineData("FFSS")]
    [InlineData("FFFSS")]
    [InlineData("FFF-SS")]
    [InlineData("FFFFFFF")]
    [InlineData("FFF-SSSS")]
    public void EachChannelCountsByItsPlace(string layout)
    {
        for (var channel = 0; channel < layout.Length; channel++)
        {
            double[] levels = [.. layout.Select((_, i) => i == channel ? -20 : Tone.None)];
            var loudness = Of(Tone.Of(1, Rate, levels), Rate, layout.Length);

            Assert.Equal(layout[channel] == '-', loudness is null);
            Assert.Equal(layout[channel] == 'S' ? -23.01 + (10 * Math.Log10(1.41)) : -23.01, loudness ?? (-23.01), 0.03);
        }
    }

    [Theory]
    [InlineData(Rate)]
    [InlineData(11_025)]
    public void LessThanABlockHasNoLoudness(int rate)
    {
        var block = 4 * (int)Math.Round(rate / 10.0, MidpointRounding.AwayFromZero);
        var tone = Tone.Of(1, rate, [-10]);

        Assert.Null(Of(tone[..(block - 1)], rate, 1));
        Assert.NotNull(Of(tone[..block], rate, 1));
    }

    [Theory]
    [InlineData(Tone.None)]
    [InlineData(-80.0)]
    public void WhatNobodyHearsHasNoLoudness(double level) => Assert.Null(Of(Tone.Of(2, Rate, [level, level]), Rate, 2));

    [Fact]
    public void NothingHasNoLoudness() => Assert.Null(Begin(Rate, 1).Integrated());

    [Theory]
    [InlineData(1)]
    [InlineData(Loudness.LeastSampleRate - 1)]
    public void ARateTooLowForTheWeightingHasNoLoudness(int rate) => Assert.Null(Of(new short[10 * rate], rate, 1));

    [Fact]
    public void BeginningAgainForgetsTheMediumBefore()
    {
        var loudness = Begin(44_100, 1);
        loudness.Add(Tone.Of(3, 44_100, [0]));

        loudness.Begin(Rate, 2);
        loudness.Add(Tone.Of(5, Rate, [-23, -23]));

        Assert.Equal(Of(Tone.Of(5, Rate, [-23, -23]), Rate, 2), loudness.Integrated());
    }

    [Fact]
    public void LoudnessCanBeAskedForOnTheWay()
    {
        var loudness = Begin(Rate, 1);
        loudness.Add(Tone.Of(5, Rate, [-20]));
        Assert.Equal(-23.01, loudness.Integrated()!.Value, 0.03);

        loudness.Add(Tone.Of(5, Rate, [-10]));
        Assert.InRange(loudness.Integrated()!.Value, -17, -13);
    }

    [Fact]
    public void WrongUseIsNamed()
    {
        Assert.Throws<InvalidOperationException>(() => new Loudness().Add([1]));
        Assert.Throws<ArgumentException>(() => Begin(Rate, 2).Add([1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Begin(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Begin(Rate, 0));
    }

    [Fact]
    public void PortionsDoNotMatter() => Gen.Select(Gen.Int[1, 9], Gen.Int[1, 3], Gen.Int[1, 4000].Array[1, 12], Gen.Int).Sample(
        (channels, tenths, portions, seed) =>
        {
            const int rate = 8000;
            var frames = Noise(new Random(seed), (4 + tenths) * rate / 10, channels, 9000);
            var portioned = Begin(rate, channels);
            for (var (at, turn) = (0, 0); at < frames.Length; turn++)
            {
                var take = Math.Min(portions[turn % portions.Length] * channels, frames.Length - at);
                portioned.Add(frames.AsSpan(at, take));
                at += take;
            }

            return Of(frames, rate, channels) == portioned.Integrated() && portioned.Integrated() is not null;
        },
        iter: 100);

    /// <summary>Levels that jump up and down leave some blocks just above, some just below both gates.</summary>
    [Fact]
    public void LoudnessIsThatOfTheRecommendationToAHundredth() => Gen.Select(Gen.Int[1, 6], Gen.Double[0, 4.5].Array[2, 8], Gen.Int).Sample(
        (channels, levels, seed) =>
        {
            var random = new Random(seed);
            short[] frames = [.. levels.SelectMany(l => Noise(random, Rate / 4, channels, (int)Math.Pow(10, l)))];
            var expected = LoudnessOracle.Integrated(frames, LoudnessChannels.WeightsOf(channels));
            var actual = Of(frames, Rate, channels);
            return expected is null ? actual is null : Math.Abs(expected.Value - actual!.Value) < 0.01;
        },
        iter: 30);

    private static Loudness Begin(int rate, int channels)
    {
        var loudness = new Loudness();
        loudness.Begin(rate, channels);
        return loudness;
    }

    private static double? Of(short[] frames, int rate, int channels)
    {
        var loudness = Begin(rate, channels);
        loudness.Add(frames);
        return loudness.Integrated();
    }

    private static short[] Noise(Random random, int frames, int channels, int most) =>
        [.. Enumerable.Range(0, frames * channels).Select(_ => (short)random.Next(-most, most + 1))];
}
