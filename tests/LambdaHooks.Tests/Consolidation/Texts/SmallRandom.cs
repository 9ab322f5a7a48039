namespace LambdaHooks.Tests.Consolidation.Texts;

/// <summary>Numbers that look random and are the same everywhere (SplitMix64, Steele, Lea and Flood 2014).</summary>
internal sealed class SmallRandom(ulong seed)
{
    private ulong state = seed;

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public double Share() => (Next() >> 11) / (double)(1UL << 53);

    private ulong Next() => unchecked(Mixed(state += 0x9E3779B97F4A7C15));

    private static ulong Mixed(ulong z) => unchecked(Last((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9));

    private static ulong Last(ulong z) => unchecked(((z ^ (z >> 27)) * 0x94D049BB133111EB) ^ (((z ^ (z >> 27)) * 0x94D049BB133111EB) >> 31));
}
