namespace LambdaHooks.Consolidation.Labels;

/// <summary>
/// A problem laid out for speed: answers sorted by item, worker and label, and for each item the labels that may be true of it.
/// </summary>
/// <remarks>Memory grows with the answers alone: only labels that were given for an item, or are its gold label, are kept for it.</remarks>
internal sealed class LabelTable
{
    /// <summary>Answers by which one is moved in place; those of an item are seldom more.</summary>
    private const int Few = 16;

    public LabelTable(LabelProblem problem)
    {
        Problem = problem;
        Answers = [.. problem.Answers];
        Sort(Answers);
        WorkerOf = [.. Answers.Select(a => a.Worker)];
        (Weights, AnswersOf) = (new double[problem.Workers], new int[problem.Workers]);
        for (var w = 0; w < Weights.Length; w++)
        {
            Weights[w] = w < problem.Weights.Count ? problem.Weights[w] : 1;
        }

        (AnswerStart, CandidateStart) = (new int[problem.Items + 1], new int[problem.Items + 1]);
        (Slots, GoldSlots, Counted) = (new int[Answers.Length], new int[problem.Items], new bool[problem.Items]);
        Candidates = ListCandidates();
    }

    public LabelProblem Problem { get; }

    /// <summary>Sorted by item, worker, label.</summary>
    public LabelAnswer[] Answers { get; }

    /// <summary>The worker of each answer, by itself, since the innermost loops need nothing else.</summary>
    public int[] WorkerOf { get; }

    public double[] Weights { get; }

    /// <summary>How many answers each worker gave.</summary>
    public int[] AnswersOf { get; }

    /// <summary>Where each item's answers begin in <see cref="Answers"/>.</summary>
    public int[] AnswerStart { get; }

    /// <summary>Where each item's labels begin in <see cref="Candidates"/>.</summary>
    public int[] CandidateStart { get; }

    /// <summary>The labels that may be true, item after item, ascending within one.</summary>
    public int[] Candidates { get; }

    /// <summary>For each answer the place of its label in <see cref="Candidates"/>.</summary>
    public int[] Slots { get; }

    /// <summary>For each item the place of its gold label; -1 without one.</summary>
    public int[] GoldSlots { get; }

    /// <summary>Whether anybody whose answers count answered the item, or gold did.</summary>
    public bool[] Counted { get; }

    /// <summary>Whether anything tells how far to believe anybody: gold, accuracies known from elsewhere, or two answers to one item.</summary>
    public bool IsCompared { get; private set; }

    /// <summary>True where only one label may be true of an item: its answers say the same whatever their workers are like.</summary>
    public bool IsCertain(int item) => CandidateStart[item + 1] - CandidateStart[item] == 1;

    /// <summary>Most callers hand over answers sorted by item, with a few to each: then those few are put in order where they are.</summary>
    private static void Sort(LabelAnswer[] answers)
    {
        for (var i = 1; i < answers.Length; i++)
        {
            if (answers[i - 1].Item > answers[i].Item || Displaced(answers, i) > Few)
            {
                Array.Sort(answers, Compare);
                return;
            }
        }
    }

    /// <summary>Moves an answer to its place among those before it, and says by how far; further than a few it stays.</summary>
    private static int Displaced(LabelAnswer[] answers, int place)
    {
        var (answer, to) = (answers[place], place);
        while (to > 0 && place - to <= Few && Compare(answers[to - 1], answer) > 0)
        {
            to--;
        }

        if (place - to is > 0 and <= Few)
        {
            Array.Copy(answers, to, answers, to + 1, place - to);
            answers[to] = answer;
        }

        return place - to;
    }

    private static int Compare(LabelAnswer a, LabelAnswer b) =>
        a.Item != b.Item ? a.Item.CompareTo(b.Item) : a.Worker != b.Worker ? a.Worker.CompareTo(b.Worker) : a.Label.CompareTo(b.Label);

    private int[] ListCandidates()
    {
        var candidates = new List<int>();
        var own = new List<int>();
        var next = 0;
        IsCompared = Problem.Gold.Count + Problem.KnownAccuracies.Count > 0;
        for (var item = 0; item < Problem.Items; item++)
        {
            var first = next;
            AnswerStart[item] = first;
            CandidateStart[item] = candidates.Count;
            own.Clear();
            for (; next < Answers.Length && Answers[next].Item == item; next++)
            {
                own.Add(Answers[next].Label);
                AnswersOf[Answers[next].Worker]++;
                var counts = Weights[Answers[next].Worker] > 0;
                IsCompared |= counts && Counted[item];
                Counted[item] |= counts;
            }

            var gold = Problem.Gold.TryGetValue(item, out var label) ? label : -1;
            if (gold >= 0)
            {
                own.Add(gold);
                Counted[item] = true;
            }

            AddDistinct(own, candidates);
            Place(item, first, next, gold, candidates);
        }

        AnswerStart[^1] = Answers.Length;
        CandidateStart[^1] = candidates.Count;
        return [.. candidates];
    }

    private static void AddDistinct(List<int> own, List<int> candidates)
    {
        own.Sort();
        for (var i = 0; i < own.Count; i++)
        {
            if (i == 0 || own[i] != own[i - 1])
            {
                candidates.Add(own[i]);
            }
        }
    }

    private void Place(int item, int first, int end, int gold, List<int> candidates)
    {
        var (from, count) = (CandidateStart[item], candidates.Count - CandidateStart[item]);
        GoldSlots[item] = gold < 0 ? -1 : candidates.BinarySearch(from, count, gold, null);
        for (var a = first; a < end; a++)
        {
            Slots[a] = candidates.BinarySearch(from, count, Answers[a].Label, null);
        }
    }
}
