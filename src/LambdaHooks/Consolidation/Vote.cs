namespace LambdaHooks.Consolidation;

/// <summary>Weighted votes, with ties won by the ordinally first value so that order of answers never matters.</summary>
internal static class Vote
{
    /// <summary>The value with the most weight, and its share of all weight.</summary>
    /// <param name="votes">At least one vote.</param>
    /// <param name="order">Decides between values of equal weight: the first wins.</param>
    public static (T Winner, double Share) Most<T>(IEnumerable<(T Value, double Weight)> votes, IComparer<T> order)
        where T : notnull
    {
        var groups = votes.GroupBy(v => v.Value).Select(g => (Value: g.Key, Weight: g.Sum(v => v.Weight))).ToArray();
        var winner = groups.OrderByDescending(g => g.Weight).ThenBy(g => g.Value, order).First();
        return (winner.Value, winner.Weight / groups.Sum(g => g.Weight));
    }

    /// <summary>The values that more than half of the voters named, in ordinal order.</summary>
    /// <param name="sets">What each voter named.</param>
    public static IReadOnlyList<string> Majority(IReadOnlyCollection<IReadOnlyList<string>> sets) => sets.All(s => s.Count == 0) ? [] :
        [.. sets.SelectMany(s => s.Distinct(StringComparer.Ordinal))
            .GroupBy(v => v, StringComparer.Ordinal)
            .Where(g => g.Count() * 2 > sets.Count)
            .Select(g => g.Key)
            .Order(StringComparer.Ordinal)];
}
