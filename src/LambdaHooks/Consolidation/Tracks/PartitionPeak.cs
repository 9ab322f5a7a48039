namespace LambdaHooks.Consolidation.Tracks;

/// <summary>How good a place a mark is for a boundary. The best sorts first: most support, then closest together, then earliest, then first worker.</summary>
/// <param name="Support">Sum over workers of weight × <see cref="PartitionKernel"/>.</param>
/// <param name="Distance">Sum of the distances to the marks behind it, in microseconds.</param>
/// <param name="Time">Where it lies, in microseconds.</param>
/// <param name="Mark">Its place among all marks.</param>
internal readonly record struct PartitionPeak(long Support, long Distance, long Time, int Mark) : IComparable<PartitionPeak>
{
    /// <inheritdoc/>
    public int CompareTo(PartitionPeak other) =>
        Support != other.Support ? other.Support.CompareTo(Support)
        : Distance != other.Distance ? Distance.CompareTo(other.Distance)
        : Time != other.Time ? Time.CompareTo(other.Time)
        : Mark.CompareTo(other.Mark);
}
