namespace LambdaHooks.Hooks;

/// <summary>How long to wait before a store is asked for the same bytes again.</summary>
/// <remarks>
/// Waits double, and half of each is left to chance, so that readers who failed together do not come back together. The chance is
/// seeded by where they read, so that a run can be repeated.
/// </remarks>
/// <param name="seed">Differs between readers.</param>
internal sealed class RetryWaits(long seed)
{
    /// <summary>Attempts without a single byte after which a store counts as out of reach.</summary>
    public const int Attempts = 4;

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(200);

    private readonly Random chance = new(seed.GetHashCode());
    private int fruitless;

    /// <summary>The next wait; null where it is time to give up.</summary>
    /// <param name="progress">Whether the attempt that failed brought any bytes: then counting begins anew.</param>
    public TimeSpan? Next(bool progress)
    {
        fruitless = progress ? 1 : fruitless + 1;
        return fruitless >= Attempts ? null : Longest * (1 << (fruitless - 1)) * (0.5 + (chance.NextDouble() / 2));
    }
}
