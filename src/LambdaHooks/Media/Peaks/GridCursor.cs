namespace LambdaHooks.Media;

/// <summary>Fills one row of a grid from one run of consecutive frames.</summary>
/// <remarks>Only the first and the last peak of a run can be shared with other runs; those between are written without a lock.</remarks>
internal sealed class GridCursor(PeakGrid grid, int row)
{
    private long peak;
    private long frame;
    private long end;
    private short low;
    private short high;

    /// <summary>Goes to the frame that the next samples begin with.</summary>
    public void Begin(long at)
    {
        frame = at;
        peak = grid.Edges.PeakOf(at);
        Open();
    }

    /// <summary>Takes the next samples.</summary>
    public void Add(ReadOnlySpan<short> samples)
    {
        unchecked
        {
            while (!samples.IsEmpty)
            {
                samples = samples[AddWhole(samples)..];
                var take = (int)Math.Min(samples.Length, end - frame);
                MinMax.Widen(samples[..take], ref low, ref high);
                frame += take;
                samples = samples[take..];
                if (frame == end)
                {
                    Close();
                    peak++;
                    Open();
                }
            }
        }
    }

    /// <summary>Ends the run; its last peak may go on elsewhere.</summary>
    public void End()
    {
        if (low <= high)
        {
            Close();
        }
    }

    /// <summary>Peaks that lie wholly within the samples, at once; returns the samples they took.</summary>
    private int AddWhole(ReadOnlySpan<short> samples)
    {
        unchecked
        {
            var size = grid.Edges.Size;
            if (size == 0 || low <= high || end - frame != size || samples.Length < size)
            {
                return 0;
            }

            var whole = samples.Length / size;
            MinMax.OfEach(samples[..(whole * size)], size, grid.At(peak, row), grid.Step);
            peak += whole;
            frame += whole * size;
            end = frame + size;
            return whole * size;
        }
    }

    private void Open()
    {
        (low, high) = (short.MaxValue, short.MinValue);
        end = grid.Edges.EndOf(peak);
    }

    private void Close() => grid.Widen(peak, row, low, high);
}
