using System.Numerics.Tensors;

namespace LambdaHooks.Media;

/// <summary>Minimum and maximum of each stretch of a sample stream, in one pass.</summary>
/// <param name="capacity">How many stretches to expect.</param>
/// <param name="endOf">First frame after stretch i; grows with i.</param>
internal sealed class PeakBuckets(int capacity, Func<int, long> endOf)
{
    private readonly List<short> pairs = new(2 * capacity);
    private long frame;
    private int bucket;
    private short low = short.MaxValue;
    private short high = short.MinValue;
    private bool open;

    /// <summary>Takes the next samples.</summary>
    public void Add(ReadOnlySpan<short> samples)
    {
        while (!samples.IsEmpty)
        {
            var end = endOf(bucket);
            var take = (int)Math.Min(samples.Length, end - frame);
            if (take > 0)
            {
                low = Math.Min(low, TensorPrimitives.Min(samples[..take]));
                high = Math.Max(high, TensorPrimitives.Max(samples[..take]));
                open = true;
            }

            frame += take;
            samples = samples[take..];
            if (frame >= end)
            {
                Close();
            }
        }
    }

    /// <summary>Closes a last, partial stretch and gives all pairs: minimum, maximum, minimum, maximum, …</summary>
    public short[] Finish()
    {
        if (open)
        {
            Close();
        }

        return [.. pairs];
    }

    private void Close()
    {
        pairs.Add(low);
        pairs.Add(high);
        (low, high, open) = (short.MaxValue, short.MinValue, false);
        bucket++;
    }
}
