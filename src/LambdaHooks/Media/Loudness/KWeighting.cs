namespace LambdaHooks.Media;

/// <summary>The two filters that weigh frequencies as the ear does: a shelf that lifts what is high, and a high pass.</summary>
/// <param name="Shelf">The head's share.</param>
/// <param name="HighPass">The ear's share.</param>
/// <remarks>
/// ITU-R BS.1770-4 gives coefficients for 48,000 frames a second alone. The frequencies, gain and qualities below are those of the
/// analogue filters behind them (B. De Man, <i>Evaluation of implementations of the EBU R128 loudness measurement</i>, AES 145, 2018), of
/// which the bilinear transform gives the published coefficients at 48,000. At low rates it squeezes the shelf toward half the rate: a tone
/// of 1,000 Hz comes out lower by 0.04 LU at 16,000 and by 0.2 LU at 8,000; speech, by a tenth of that. ffmpeg keeps the numerator
/// 1, -2, 1 at every rate, which lifts everything by 0.09 dB at 16,000 and 0.2 dB at 8,000; at 48,000 the two agree.
/// </remarks>
internal sealed record KWeighting(Biquad Shelf, Biquad HighPass)
{
    /// <summary>Lowest rate at which the shelf lies below half the rate.</summary>
    public const int LeastSampleRate = 3364;

    private const int PublishedRate = 48_000;
    private const double ShelfHertz = 1681.974450955533;
    private const double ShelfDecibels = 3.999843853973347;
    private const double ShelfQuality = 0.7071752369554196;
    private const double ShelfSlope = 0.4996667741545416;
    private const double HighPassHertz = 38.13547087602444;
    private const double HighPassQuality = 0.5003270373238773;

    public static bool IsDefinedAt(int sampleRate) => sampleRate >= LeastSampleRate;

    public static KWeighting At(int sampleRate) => new(ShelfAt(sampleRate), HighPassAt(sampleRate));

    private static Biquad ShelfAt(int sampleRate)
    {
        var k = Warped(ShelfHertz, sampleRate);
        var high = Math.Pow(10, ShelfDecibels / 20);
        var middle = Math.Pow(high, ShelfSlope);
        var scale = 1 + (k / ShelfQuality) + (k * k);
        return new Biquad(
            (high + (middle * k / ShelfQuality) + (k * k)) / scale,
            2 * ((k * k) - high) / scale,
            (high - (middle * k / ShelfQuality) + (k * k)) / scale,
            2 * ((k * k) - 1) / scale,
            (1 - (k / ShelfQuality) + (k * k)) / scale);
    }

    private static Biquad HighPassAt(int sampleRate)
    {
        var k = Warped(HighPassHertz, sampleRate);
        var scale = HighPassScale(sampleRate);

        // The published numerator is 1, -2, 1: a gain of a little more than 1, which is kept at every rate.
        var gain = HighPassScale(PublishedRate) / scale;
        return new Biquad(gain, -2 * gain, gain, 2 * ((k * k) - 1) / scale, (1 - (k / HighPassQuality) + (k * k)) / scale);
    }

    private static double HighPassScale(int sampleRate)
    {
        var k = Warped(HighPassHertz, sampleRate);
        return 1 + (k / HighPassQuality) + (k * k);
    }

    private static double Warped(double hertz, int sampleRate) => Math.Tan(Math.PI * hertz / sampleRate);
}

/// <summary>A filter of second order: y = B0·x + B1·x₁ + B2·x₂ - A1·y₁ - A2·y₂, where an index counts frames back.</summary>
internal readonly record struct Biquad(double B0, double B1, double B2, double A1, double A2);
