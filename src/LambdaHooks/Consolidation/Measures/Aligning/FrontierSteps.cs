namespace LambdaHooks.Consolidation.Measures;

/// <summary>Which tuples led to the states of a search: a tree whose forgotten branches are cleared away.</summary>
internal sealed class FrontierSteps
{
    private const int FirstClearing = 1 << 16;

    private readonly List<int> settled = [];
    private List<(int Parent, int Tuple)> steps = [];
    private int clearAt = FirstClearing;

    public int Add(int parent, int tuple)
    {
        steps.Add((parent, tuple));
        return steps.Count - 1;
    }

    /// <summary>Every tuple on the way to a step.</summary>
    public List<int> TuplesTo(int step)
    {
        Settle(step);
        return settled;
    }

    /// <summary>Keeps what the states still need.</summary>
    public void Clear(List<FrontierState> states)
    {
        if (states.Count == 1)
        {
            Settle(states[0].Step);
            steps.Clear();
            states[0] = states[0] with { Step = -1 };
        }
        else if (steps.Count > clearAt)
        {
            Shrink(states);
            clearAt = Math.Max(FirstClearing, 2 * steps.Count);
        }
    }

    private void Settle(int step)
    {
        for (; step >= 0; step = steps[step].Parent)
        {
            settled.Add(steps[step].Tuple);
        }
    }

    private void Shrink(List<FrontierState> states)
    {
        var needed = new bool[steps.Count];
        foreach (var state in states)
        {
            for (var step = state.Step; step >= 0 && !needed[step]; step = steps[step].Parent)
            {
                needed[step] = true;
            }
        }

        // A parent comes before its children, so its new place is known.
        var moved = new int[steps.Count];
        var kept = new List<(int Parent, int Tuple)>();
        for (var step = 0; step < needed.Length; step++)
        {
            if (needed[step])
            {
                moved[step] = kept.Count;
                kept.Add((steps[step].Parent < 0 ? -1 : moved[steps[step].Parent], steps[step].Tuple));
            }
        }

        steps = kept;
        for (var i = 0; i < states.Count; i++)
        {
            states[i] = states[i].Step < 0 ? states[i] : states[i] with { Step = moved[states[i].Step] };
        }
    }
}
