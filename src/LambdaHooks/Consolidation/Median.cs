using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>Medians: the fusion that one gross error cannot move.</summary>
internal static class Median
{
    private const int Few = 16;

    /// <summary>The middle of sorted values; the mean of the two middle ones when there is no single middle.</summary>
    public static double Of(IReadOnlyList<double> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;

    /// <summary>The middle of times in any order, rounded down to the microsecond between two middles.</summary>
    /// <param name="microseconds">At least one; sorted on return.</param>
    public static MediaTime Of(Span<long> microseconds)
    {
        Sort(microseconds);
        var (low, high) = (microseconds[(microseconds.Length - 1) / 2], microseconds[microseconds.Length / 2]);
        return new MediaTime(low + ((high - low) / 2));
    }

    /// <summary>Sorts; as few as the workers of one track without the comparer that sorting makes each time.</summary>
    public static void Sort(Span<long> values)
    {
        if (values.Length > Few)
        {
            values.Sort();
            return;
        }

        for (var i = 1; i < values.Length; i++)
        {
            var (value, place) = (values[i], i);
            for (; place > 0 && values[place - 1] > value; place--)
            {
                values[place] = values[place - 1];
            }

            values[place] = value;
        }
    }

    /// <summary>The middle of numbers in any order, by Hoare's selection: linear time, where sorting would only be thrown away.</summary>
    /// <param name="values">At least one; in another order on return.</param>
    public static double OfUnsorted(Span<long> values)
    {
        var high = Select(values, values.Length / 2);
        if (values.Length % 2 == 1)
        {
            return high;
        }

        var low = long.MinValue;
        foreach (var value in values[..(values.Length / 2)])
        {
            low = Math.Max(low, value);
        }

        return ((double)low + high) / 2;
    }

    /// <summary>Puts the value that sorting would put at a place there, with no greater one before it and no lesser one after it.</summary>
    private static long Select(Span<long> values, int place)
    {
        var (first, last) = (0, values.Length - 1);
        while (first < last)
        {
            var pivot = values[first + ((last - first) / 2)];
            var (left, right) = (first, last);
            while (left <= right)
            {
                while (values[left] < pivot)
                {
                    left++;
                }

                while (values[right] > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    left++;
                    right--;
                }
            }

            (first, last) = place <= right ? (first, right) : place >= left ? (left, last) : (place, place);
        }

        return values[place];
    }
}
