namespace LambdaHooks.Consolidation.Measures;

/// <summary>
/// Chooses the tuples of a best alignment: an exact set packing, part by part, guided by prices.
/// </summary>
/// <remarks>
/// A tuple that leaves over more than what a known alignment of its part gives away is part of no better one. Without these tuples
/// parts fall into smaller parts, with a narrower limit each, until they are solved or a search along the units decides.
/// </remarks>
internal sealed class TupleChoice
{
    private const int SkimmingWidth = 8;
    private const int Widest = 1 << 15;
    private const long FreeUnits = 1L << 27;
    private const long PerUnit = 1 << 10;

    private readonly TupleTable table;
    private readonly UnitPrices prices;
    private readonly PartSplitter splitter;
    private readonly FrontierSearch search;
    private readonly Stack<Part> open = new();
    private readonly List<int> chosen = [];
    private readonly bool[] covered;
    private bool isProven = true;

    private TupleChoice(TupleTable table, CostScale scale, int units)
    {
        this.table = table;
        prices = new UnitPrices(table, scale, units);
        splitter = new PartSplitter(table, units);
        search = new FrontierSearch(table, prices, new SearchBudget(FreeUnits + (PerUnit * units)));
        covered = new bool[units];
    }

    /// <summary>The chosen tuples, and whether no other choice saves more.</summary>
    public static (List<int> Tuples, bool IsProven) Of(TupleTable table, CostScale scale, int units)
    {
        var choice = new TupleChoice(table, scale, units);
        choice.Open(new Part([.. Enumerable.Range(0, units)], [.. Enumerable.Range(0, table.Count)], []));
        while (choice.open.TryPop(out var part))
        {
            choice.Solve(part);
        }

        return (choice.chosen, choice.isProven);
    }

    private void Open(Part whole)
    {
        foreach (var part in splitter.Split(whole))
        {
            open.Push(part);
        }
    }

    private void Solve(Part part)
    {
        var given = GivenAway(part);
        if (given == 0 && part.Effort > Effort.None)
        {
            chosen.AddRange(part.Chosen);
        }
        else if (!table.IsComplete && part.Effort == Effort.Skimmed)
        {
            // Nothing can be proven any more, so the costlier efforts are spared.
            chosen.AddRange(part.Chosen);
        }
        else if (part.Effort > Effort.None && Useful(part, given) is { } useful)
        {
            Open(part with { Tuples = useful });
        }
        else
        {
            TryHarder(part with { Effort = !table.IsComplete && part.Effort == Effort.Softened ? Effort.Skimmed : part.Effort + 1 }, given);
        }
    }

    private void TryHarder(Part part, long given)
    {
        switch (part.Effort)
        {
            case Effort.Haggled:
                prices.Haggle(part);
                open.Push(Rechosen(part));
                break;
            case Effort.Softened:
                prices.Soften(part, 2, table.IsComplete ? 0.15 : 0.7);
                open.Push(Rechosen(part));
                break;
            case Effort.Settled:
                prices.Soften(part, 0.15, 0.01);
                open.Push(Rechosen(part));
                break;
            case Effort.Skimmed when !TryFinish(part, given, SkimmingWidth, out var better):
                open.Push(better);
                break;
            case Effort.Searched:
                isProven &= TryFinish(part, given, Widest, out var best);
                chosen.AddRange(best.Chosen);
                break;
        }
    }

    /// <summary>Searches with so many states; where none had to be given up, the part is done.</summary>
    private bool TryFinish(Part part, long given, int widest, out Part better)
    {
        better = search.Run(part, given, widest, out var isBest) is { } found ? part with { Chosen = found } : part;
        if (isBest && part.Effort == Effort.Skimmed)
        {
            chosen.AddRange(better.Chosen);
        }

        return isBest;
    }

    /// <summary>Tuples that leave over least first, where that is better than what was known.</summary>
    private Part Rechosen(Part part)
    {
        int[] order = [.. part.Tuples];
        Array.Sort((long[])[.. part.Tuples.Select(t => prices.LeftOver[t])], order);
        var first = new List<int>();
        foreach (var tuple in order)
        {
            if (!Any(table.UnitsOf(tuple)))
            {
                Cover(table.UnitsOf(tuple), true);
                first.Add(tuple);
            }
        }

        first.ForEach(tuple => Cover(table.UnitsOf(tuple), false));
        return first.Sum(t => table.Savings[t]) > part.Chosen.Sum(t => table.Savings[t]) ? part with { Chosen = first } : part;
    }

    /// <summary>The tuples that a better alignment may have; null where that is all of them.</summary>
    private int[]? Useful(Part part, long given)
    {
        int[] useful = [.. part.Tuples.Where(t => prices.LeftOver[t] <= given)];
        return useful.Length < part.Tuples.Length ? useful : null;
    }

    private long GivenAway(Part part)
    {
        long given = 0;
        foreach (var tuple in part.Chosen)
        {
            given += prices.LeftOver[tuple];
            Cover(table.UnitsOf(tuple), true);
        }

        foreach (var unit in part.Units)
        {
            given += covered[unit] ? 0 : prices.Prices[unit];
            covered[unit] = false;
        }

        return given;
    }

    private bool Any(ReadOnlySpan<int> units)
    {
        foreach (var unit in units)
        {
            if (covered[unit])
            {
                return true;
            }
        }

        return false;
    }

    private void Cover(ReadOnlySpan<int> units, bool value)
    {
        foreach (var unit in units)
        {
            covered[unit] = value;
        }
    }
}
