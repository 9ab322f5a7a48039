namespace LambdaHooks.Media;

/// <summary>Makes peaks larger or smaller on their way to where they are written.</summary>
/// <remarks>
/// The arithmetic is audiowaveform's <c>--amplitude-scale</c>: values times the factor, cut toward zero and kept within 16 bits. Its factor
/// for full scale is |min(32767 / highest, 32767 / lowest)|, where 32767 / 0 counts as 1. That is the lowest value's factor wherever the medium
/// swings below zero, so peaks above that swing are cut off.
/// </remarks>
public sealed class WaveformAmplitude : IPeakSink
{
    private readonly IPeakSink next;
    private readonly double? factor;
    private WaveformHold? held;
    private short[] scaled = [];

    private WaveformAmplitude(IPeakSink next, double? factor)
    {
        this.next = next;
        this.factor = factor;
    }

    /// <summary>Scales every value by the same number.</summary>
    /// <param name="next">Where peaks go.</param>
    /// <param name="factor">0 or more.</param>
    public static WaveformAmplitude By(IPeakSink next, double factor) => new(next, factor);

    /// <summary>Scales to full scale, which is known once all peaks are there: holds them until then.</summary>
    /// <param name="next">Where peaks go.</param>
    public static WaveformAmplitude ToFullScale(IPeakSink next) => new(next, null);

    /// <inheritdoc/>
    public ValueTask BeginAsync(PeakHead head, CancellationToken cancel)
    {
        held = factor is null ? new WaveformHold(head) : null;
        return next.BeginAsync(head, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask AddAsync(ReadOnlyMemory<short> pairs, CancellationToken cancel)
    {
        if (factor is not { } known)
        {
            held!.Add(pairs.Span);
            return;
        }

        if (scaled.Length < pairs.Length)
        {
            scaled = new short[pairs.Length];
        }

        Scale(pairs.Span, known, scaled);
        await next.AddAsync(scaled.AsMemory(0, pairs.Length), cancel).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask EndAsync(CancellationToken cancel)
    {
        if (held is not null)
        {
            var all = held.End();
            Scale(all.Span, FullScale(all.Span), all.Span);
            await next.AddAsync(all, cancel).ConfigureAwait(false);
        }

        await next.EndAsync(cancel).ConfigureAwait(false);
    }

    private static double FullScale(ReadOnlySpan<short> values)
    {
        if (values.IsEmpty)
        {
            return 1;
        }

        var (low, high) = MinMax.Of(values);
        return Math.Abs(Math.Min(FactorOf(high), FactorOf(low)));
    }

    private static double FactorOf(short value) => value == 0 ? 1 : (double)short.MaxValue / value;

    private static void Scale(ReadOnlySpan<short> values, double factor, Span<short> target)
    {
        for (var i = 0; i < values.Length; i++)
        {
            target[i] = (short)Math.Clamp(values[i] * factor, short.MinValue, short.MaxValue);
        }
    }
}
