using System.Globalization;
using System.Text;

namespace LambdaHooks.Media;

/// <summary>
/// Writes peaks as audiowaveform's JSON, byte for byte: one line,
/// <c>{"version":2,"channels":1,"sample_rate":8000,"samples_per_pixel":256,"bits":16,"length":1,"data":[-1,2]}</c>.
/// </summary>
/// <param name="output">Where the text goes; left open.</param>
/// <param name="bits">Bits of a value.</param>
public sealed class WaveformJsonWriter(Stream output, WaveformBits bits) : IPeakSink
{
    private const int LongestValue = 7;

    private readonly WaveformOutput text = new(output);
    private WaveformTally tally;

    /// <inheritdoc/>
    public ValueTask BeginAsync(PeakHead head, CancellationToken cancel)
    {
        tally = new WaveformTally(head);
        text.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $$"""{"version":2,"channels":{{head.Rows}},"sample_rate":{{head.SampleRate}},"samples_per_pixel":{{head.SamplesPerPeak}},"bits":{{(int)bits}},"length":{{head.Peaks}},"data":[""")));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask AddAsync(ReadOnlyMemory<short> pairs, CancellationToken cancel)
    {
        while (pairs.Length > 0)
        {
            pairs = pairs[Write(pairs.Span)..];
            if (pairs.Length > 0)
            {
                await text.FlushAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask EndAsync(CancellationToken cancel)
    {
        tally.End();
        await text.FlushAsync(cancel).ConfigureAwait(false);
        text.Write("]}\n"u8);
        await text.FlushAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Writes as many values as there is room for.</summary>
    private int Write(ReadOnlySpan<short> values)
    {
        var target = text.Free;
        var (count, at) = (0, 0);
        var divisor = bits == WaveformBits.Eight ? 256 : 1;
        var first = tally.IsFirst;
        for (; count < values.Length && target.Length - at >= LongestValue; count++)
        {
            if (!first)
            {
                target[at++] = (byte)',';
            }

            first = false;
            at += WaveformDigits.Write(values[count] / divisor, target[at..]);
        }

        text.Advance(at);
        tally.Add(count);
        return count;
    }
}
