using System.Globalization;
using System.Text;
using LambdaHooks.Timeline;

namespace LambdaHooks.Media;

/// <summary>
/// Writes peaks as wavesurfer.js takes them: arrays of numbers from -1 to 1, beside the duration without which they cannot be drawn.
/// <c>{"version":1,"channels":1,"sampleRate":8000,"samplesPerPeak":256,"bits":16,"length":1,"duration":0.03,"peaks":[[0.5],[-0.5]]}</c>.
/// </summary>
/// <remarks>
/// <para>wavesurfer draws one array mirrored from its absolute values and two as the upper and the lower half, so one row becomes
/// its maxima and its minima, which is the true shape. With several rows, <c>splitChannels</c> wants one array for each: of each pair, the
/// value that is further from zero, the minimum where both are equally far.</para>
/// <para>wavesurfer spreads peaks evenly over a duration that it is given, hence the object around them. Values are divided by 32,768 and not by
/// 32,767, because one value beyond ±1 makes it scale the whole drawing. Five decimals keep all 16-bit values apart, three all 8-bit values.</para>
/// <para>The arrays follow one another, so every peak is held in memory until the end.</para>
/// </remarks>
/// <param name="output">Where the text goes; left open.</param>
/// <param name="bits">Bits of a value.</param>
public sealed class WavesurferJsonWriter(Stream output, WaveformBits bits) : IPeakSink
{
    private readonly WaveformOutput text = new(output);
    private WaveformHold? held;

    /// <inheritdoc/>
    /// <exception cref="PeakOptionsException">There are more peaks than can be held.</exception>
    public ValueTask BeginAsync(PeakHead head, CancellationToken cancel)
    {
        held = new WaveformHold(head);
        text.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $$"""{"version":1,"channels":{{head.Rows}},"sampleRate":{{head.SampleRate}},"samplesPerPeak":{{head.SamplesPerPeak}},"bits":{{(int)bits}},"length":{{head.Peaks}},"duration":{{MediaTime.OfFrames(head.Frames, head.SampleRate)}},"peaks":[""")));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask AddAsync(ReadOnlyMemory<short> pairs, CancellationToken cancel)
    {
        Held.Add(pairs.Span);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask EndAsync(CancellationToken cancel)
    {
        var (head, values) = (Held.Head, Held.End());
        var arrays = head.Rows == 1 ? 2 : head.Rows;
        for (var i = 0; i < arrays; i++)
        {
            text.Write(i == 0 ? "["u8 : ",["u8);
            await WriteAsync(values, i, head.Rows, cancel).ConfigureAwait(false);
            text.Write("]"u8);
            await text.FlushAsync(cancel).ConfigureAwait(false);
        }

        text.Write("]}\n"u8);
        await text.FlushAsync(cancel).ConfigureAwait(false);
    }

    private WaveformHold Held => held ?? throw new InvalidOperationException("Peaks came before their head.");

    private async ValueTask WriteAsync(ReadOnlyMemory<short> values, int array, int rows, CancellationToken cancel)
    {
        for (var peak = 0; peak < values.Length / (2 * rows);)
        {
            peak = Write(values.Span, peak, array, rows);
            await text.FlushAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Writes peaks from one on while there is room, leaving some for what follows; gives the first that is not written.</summary>
    private int Write(ReadOnlySpan<short> values, int peak, int array, int rows)
    {
        var target = text.Free;
        var at = 0;
        for (; peak < values.Length / (2 * rows) && target.Length - at > 2 * WavesurferNumber.Longest; peak++)
        {
            if (peak > 0)
            {
                target[at++] = (byte)',';
            }

            var value = rows == 1 ? values[(2 * peak) + 1 - array] : Further(values.Slice(2 * ((peak * rows) + array), 2));
            at += WavesurferNumber.Write(value, bits, target[at..]);
        }

        text.Advance(at);
        return peak;
    }

    private static short Further(ReadOnlySpan<short> pair) => Math.Abs((int)pair[1]) > Math.Abs((int)pair[0]) ? pair[1] : pair[0];
}
