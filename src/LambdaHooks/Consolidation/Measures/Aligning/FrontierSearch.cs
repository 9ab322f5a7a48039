namespace LambdaHooks.Consolidation.Measures;

/// <summary>
/// The best alignment of one part, by a dynamic program along the order of units whose states are the later units that are already
/// taken.
/// </summary>
/// <remarks>
/// A state costs what has been given away against the prices. Two rules keep the states few without losing the best: one that costs no
/// less than a known alignment is dropped, and so is one from which any completion can be turned into a completion of a cheaper state
/// at no more than the difference (units the other has free stand alone; units the other has taken leave their tuples).
/// </remarks>
internal sealed class FrontierSearch(TupleTable table, UnitPrices prices, SearchBudget budget)
{
    private const int Rivals = 12;

    private readonly Dictionary<FrontierState, int> known = new(SameUnitsTaken.Instance);
    private List<FrontierState> states = [];
    private List<FrontierState> next = [];
    private FrontierSteps steps = new();
    private int[] merged = [];

    /// <summary>The tuples of the alignment that gives away the least, less than a limit; null where there is none.</summary>
    /// <param name="part">What to align.</param>
    /// <param name="limit">What must be stayed below.</param>
    /// <param name="widest">Most states that are kept at a unit.</param>
    /// <param name="isBest">False where states were given up for being too many, so that the result may not be the best.</param>
    public List<int>? Run(Part part, long limit, int widest, out bool isBest)
    {
        (isBest, steps) = (true, new FrontierSteps());
        states.Clear();
        states.Add(new FrontierState([], 0, 0, -1));
        var tuple = 0;
        foreach (var unit in part.Units)
        {
            var from = tuple;
            while (tuple < part.Tuples.Length && table.Units[table.Offsets[part.Tuples[tuple]]] == unit)
            {
                tuple++;
            }

            Expand(unit, part.Tuples.AsSpan(from, tuple - from), limit);
            isBest &= Prune(budget.IsSpent ? Math.Min(widest, SearchBudget.NarrowWidth) : widest);
            if (states.Count == 0 || budget.IsOverdrawn)
            {
                isBest &= states.Count == 0;
                return null;
            }

            steps.Clear(states);
        }

        return steps.TuplesTo(states[0].Step);
    }

    private void Expand(int unit, ReadOnlySpan<int> tuples, long limit)
    {
        known.Clear();
        next.Clear();
        foreach (var state in states)
        {
            budget.Spend((1 + tuples.Length) * (1 + state.Taken.Length));
            if (state.Units.Length > state.From && state.Units[state.From] == unit)
            {
                Add(state with { From = state.From + 1 });
                continue;
            }

            if (state.Cost + prices.Prices[unit] < limit)
            {
                Add(state with { Cost = state.Cost + prices.Prices[unit] });
            }

            foreach (var tuple in tuples)
            {
                var cost = state.Cost + prices.LeftOver[tuple];
                if (cost < limit && Merge(state.Taken, table.UnitsOf(tuple)[1..]) is var length and >= 0)
                {
                    Add(new FrontierState(merged[..length], 0, cost, steps.Add(state.Step, tuple)));
                }
            }
        }

        (states, next) = (next, states);
    }

    private void Add(FrontierState state)
    {
        if (known.TryGetValue(state, out var place))
        {
            if (state.Cost < next[place].Cost)
            {
                next[place] = state;
            }
        }
        else
        {
            known.Add(state, next.Count);
            next.Add(state);
        }
    }

    /// <summary>Joins two sorted sets; -1 where they share a unit.</summary>
    private int Merge(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (merged.Length < a.Length + b.Length)
        {
            merged = new int[2 * (a.Length + b.Length)];
        }

        var (i, j, length) = (0, 0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                return -1;
            }

            merged[length++] = j == b.Length || (i < a.Length && a[i] < b[j]) ? a[i++] : b[j++];
        }

        return length;
    }

    private bool Prune(int widest)
    {
        if (states.Count < 2)
        {
            return true;
        }

        states.Sort(FrontierState.Compare);
        var kept = 1;
        for (var i = 1; i < states.Count; i++)
        {
            if (!IsBeaten(states[i], Math.Min(kept, Rivals)))
            {
                states[kept++] = states[i];
            }
        }

        var all = kept <= widest;
        kept = Math.Min(kept, widest);
        states.RemoveRange(kept, states.Count - kept);
        return all;
    }

    private bool IsBeaten(FrontierState state, int rivals)
    {
        for (var i = 0; i < rivals; i++)
        {
            var rival = states[i];
            if (CanTurn(state.Taken, rival.Taken, state.Cost - rival.Cost))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether completions after <paramref name="mine"/> can be turned into completions after <paramref name="others"/> at that cost.</summary>
    private bool CanTurn(ReadOnlySpan<int> mine, ReadOnlySpan<int> others, long cost)
    {
        var (i, j) = (0, 0);
        while (cost >= 0 && (i < mine.Length || j < others.Length))
        {
            if (i < mine.Length && j < others.Length && mine[i] == others[j])
            {
                i++;
                j++;
            }
            else if (j == others.Length || (i < mine.Length && mine[i] < others[j]))
            {
                cost -= prices.Prices[mine[i++]];
            }
            else
            {
                cost -= Math.Max(0, table.MostSaved[others[j]] - prices.Prices[others[j]]);
                j++;
            }
        }

        return cost >= 0;
    }
}
