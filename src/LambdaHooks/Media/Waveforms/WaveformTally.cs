namespace LambdaHooks.Media;

/// <summary>Counts values against what the head of a file promised.</summary>
internal struct WaveformTally(PeakHead head)
{
    private long missing = 2 * head.Peaks * head.Rows;

    /// <summary>True until the first value came.</summary>
    public bool IsFirst { get; private set; } = true;

    /// <summary>Counts values that came.</summary>
    public void Add(int values)
    {
        missing -= values;
        IsFirst = IsFirst && values == 0;
    }

    /// <summary>Says that no more come.</summary>
    /// <exception cref="InvalidOperationException">More or fewer came than were promised.</exception>
    public readonly void End()
    {
        if (missing != 0)
        {
            throw new InvalidOperationException($"{Math.Abs(missing)} values too {(missing > 0 ? "few" : "many")} came for the head that was written.");
        }
    }
}
