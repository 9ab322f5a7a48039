namespace LambdaHooks.Consolidation.Measures;

/// <summary>
/// What one alignment's searches may look at together, counted in units of the sets they compare, so that the same input always ends the
/// same way.
/// </summary>
internal sealed class SearchBudget
{
    /// <summary>States of a search that are kept at a unit once the budget is spent.</summary>
    public const int NarrowWidth = 8;

    private readonly long overdraft;
    private long left;

    public SearchBudget(long units) => overdraft = left = units;

    /// <summary>True once the searches must be narrow.</summary>
    public bool IsSpent => left < 0;

    /// <summary>True once the searches must stop.</summary>
    public bool IsOverdrawn => left < -overdraft;

    public void Spend(int compared) => left -= compared;
}
