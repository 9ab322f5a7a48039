namespace LambdaHooks.Consolidation.Tracks;

/// <summary>How much a mark says about a boundary some distance away.</summary>
/// <remarks>
/// Half a second is the same place to a human ear and the usual tolerance for boundaries of music sections (MIREX structural
/// segmentation); beyond it a mark speaks more for a boundary nearby than against it, the less the further away it lies.
/// In whole thousandths, so that sums depend on no order.
/// </remarks>
internal static class PartitionKernel
{
    /// <summary>Microseconds within which two marks are the same place.</summary>
    public const long Exact = 500_000;

    /// <summary>Microseconds from which on a mark says nothing about a boundary.</summary>
    public const long Reach = 8_000_000;

    /// <summary>What full support counts.</summary>
    public const long Full = 1000;

    private const long Near = 800;

    /// <summary>0 to <see cref="Full"/>, never more for a larger distance.</summary>
    /// <param name="distance">Microseconds, 0 or more.</param>
    public static long At(long distance) =>
        distance <= Exact ? Full : distance >= Reach ? 0 : Near * (Reach - distance) / (Reach - Exact);
}
