namespace LambdaHooks.Timeline;

/// <summary>
/// A point on a medium's time line, or the distance between two points: whole microseconds from the start of the clip.
/// </summary>
/// <remarks>
/// Equality, order and arithmetic are those of the integer, so nothing drifts however often times are added or compared.
/// Seconds exist only on a wire: read with <see cref="TryFromSeconds(decimal, out MediaTime)"/>, written with <see cref="Seconds"/>.
/// <c>default</c> is the start of the clip.
/// </remarks>
/// <param name="Microseconds">Microseconds from the start; negative before it.</param>
public readonly record struct MediaTime(long Microseconds) : IComparable<MediaTime>
{
    /// <summary>Microseconds in a second: the finest step a wire may carry.</summary>
    public const long PerSecond = 1_000_000;

    /// <summary>The furthest point from the start that is accepted: 1,000 hours, far beyond any medium.</summary>
    public static readonly MediaTime Limit = new(1000L * 3600 * PerSecond);

    private const int Decimals = 6;

    private static readonly decimal LimitSeconds = Limit.Seconds;

    /// <summary>The start of the clip.</summary>
    public static readonly MediaTime Zero;

    /// <summary>Seconds from the start, exact, with at most six decimals.</summary>
    public decimal Seconds
    {
        get
        {
            // As dividing would give it, with as few decimals as there are, but without dividing decimals: every boundary is written so.
            var (digits, decimals) = ((ulong)Math.Abs(Microseconds), Decimals);
            while (decimals > 0 && digits % 10 == 0)
            {
                (digits, decimals) = (digits / 10, decimals - 1);
            }

            return new decimal(unchecked((int)digits), unchecked((int)(digits >> 32)), 0, Microseconds < 0, (byte)decimals);
        }
    }

    /// <summary>Reads seconds, rounding half to even at the sixth decimal.</summary>
    /// <param name="seconds">Seconds from the start, any sign.</param>
    /// <param name="time">The time; zero when the result is false.</param>
    /// <returns>False when the time lies further than <see cref="Limit"/> from the start.</returns>
    public static bool TryFromSeconds(decimal seconds, out MediaTime time)
    {
        var inRange = Math.Abs(seconds) <= LimitSeconds;
        time = inRange ? new MediaTime((long)Math.Round(seconds * PerSecond, MidpointRounding.ToEven)) : Zero;
        return inRange;
    }

    /// <summary>Seconds that a program wrote itself.</summary>
    /// <param name="seconds">Seconds from the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">Further than <see cref="Limit"/> from the start.</exception>
    public static MediaTime FromSeconds(decimal seconds) =>
        TryFromSeconds(seconds, out var time) ? time : throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "Further than 1,000 hours from the start.");

    /// <summary>The duration of so many frames at a rate, rounded down to the microsecond.</summary>
    /// <param name="frames">Samples per channel, 0 or more.</param>
    /// <param name="sampleRate">Frames a second, 1 or more.</param>
    public static MediaTime OfFrames(long frames, int sampleRate) => new((long)((Int128)frames * PerSecond / sampleRate));

    /// <summary>The earlier of two times.</summary>
    public static MediaTime Min(MediaTime a, MediaTime b) => a <= b ? a : b;

    /// <summary>The later of two times.</summary>
    public static MediaTime Max(MediaTime a, MediaTime b) => a >= b ? a : b;

    /// <inheritdoc/>
    public int CompareTo(MediaTime other) => Microseconds.CompareTo(other.Microseconds);

    /// <summary>Seconds with a dot and without trailing zeros.</summary>
    public override string ToString() => Seconds.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);

#pragma warning disable CS1591 // Operators mean what they mean for integers.
    public static MediaTime operator +(MediaTime a, MediaTime b) => new(a.Microseconds + b.Microseconds);

    public static MediaTime operator -(MediaTime a, MediaTime b) => new(a.Microseconds - b.Microseconds);

    public static bool operator <(MediaTime a, MediaTime b) => a.Microseconds < b.Microseconds;

    public static bool operator >(MediaTime a, MediaTime b) => a.Microseconds > b.Microseconds;

    public static bool operator <=(MediaTime a, MediaTime b) => a.Microseconds <= b.Microseconds;

    public static bool operator >=(MediaTime a, MediaTime b) => a.Microseconds >= b.Microseconds;
#pragma warning restore CS1591
}
