using LambdaHooks.Answers;

namespace LambdaHooks.Consolidation;

/// <summary>Fuses preferences between candidates: mean signed strength for every pair that was compared.</summary>
internal static class PreferenceFusion
{
    private static readonly Comparer<(string A, string B)> ByName = Comparer<(string A, string B)>.Create(static (x, y) =>
        string.CompareOrdinal(x.A, y.A) is var first && first != 0 ? first : string.CompareOrdinal(x.B, y.B));

    /// <summary>Null when nobody gave a preference.</summary>
    /// <param name="answers">Everybody's answers.</param>
    /// <param name="counts">False for an excluded worker, whose preference is kept as evidence; where nobody counts, everybody does.</param>
    public static ConsolidatedPreference? Fuse(IReadOnlyList<Answer> answers, Func<string, bool> counts)
    {
        (string Worker, Preference Preference)[] evidence =
            [.. answers.Where(a => a.Preference is not null).OrderBy(a => a.Worker, StringComparer.Ordinal).Select(a => (a.Worker, a.Preference!))];
        if (evidence.Length == 0)
        {
            return null;
        }

        var strengths = new SortedDictionary<(string A, string B), List<double>>(ByName);
        var nobodyCounts = !evidence.Any(e => counts(e.Worker));
        foreach (var (_, preference) in evidence.Where(e => nobodyCounts || counts(e.Worker)))
        {
            Compare(preference, strengths);
        }

        ComparedPair[] pairs = [.. strengths.Select(s => Pair(s.Key.A, s.Key.B, s.Value))];
        return new ConsolidatedPreference(Scores(pairs), pairs, evidence);
    }

    private static void Compare(Preference preference, SortedDictionary<(string A, string B), List<double>> strengths)
    {
        var places = Places(preference);
        for (var i = 0; i < preference.Order.Count; i++)
        {
            for (var j = i + 1; j < preference.Order.Count; j++)
            {
                var (a, b) = (preference.Order[i], preference.Order[j]);
                var forA = Strength(preference, places, a, b);
                var inOrder = string.CompareOrdinal(a, b) < 0;
                var key = inOrder ? (a, b) : (b, a);
                if (!strengths.TryGetValue(key, out var list))
                {
                    strengths.Add(key, list = []);
                }

                list.Add(inOrder ? forA : -forA);
            }
        }
    }

    private static Dictionary<string, int> Places(Preference preference)
    {
        var places = new Dictionary<string, int>();
        for (var place = 0; place < preference.Ranking.Count; place++)
        {
            foreach (var candidate in preference.Ranking[place])
            {
                places[candidate] = place;
            }
        }

        return places;
    }

    /// <summary>How much better <paramref name="a"/> is than <paramref name="b"/>, which was shown after it.</summary>
    private static double Strength(Preference preference, Dictionary<string, int> places, string a, string b)
    {
        if (preference.Tie)
        {
            return 0;
        }

        if (preference.Order.Count == 2)
        {
            return -preference.Strength;
        }

        var size = Math.Max(1, Math.Abs(preference.Strength));
        return places[a] == places[b] ? 0 : places[a] < places[b] ? size : -size;
    }

    private static ComparedPair Pair(string a, string b, List<double> forA)
    {
        var mean = forA.Average();
        var agree = forA.Count(s => mean < 0 ? s < 0 : s > 0) / (double)forA.Count;
        return new ComparedPair(mean < 0 ? b : a, mean < 0 ? a : b, Math.Abs(mean), agree, forA.Count);
    }

    private static IReadOnlyList<(string Candidate, double Score)> Scores(ComparedPair[] pairs)
    {
        var sums = new SortedDictionary<string, (double Sum, int Count)>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            Add(pair.Better, pair.Margin);
            Add(pair.Worse, -pair.Margin);
        }

        return [.. sums.Select(s => (s.Key, s.Value.Sum / s.Value.Count)).OrderByDescending(s => s.Item2)];

        void Add(string candidate, double margin)
        {
            var (sum, count) = sums.GetValueOrDefault(candidate);
            sums[candidate] = (sum + margin, count + 1);
        }
    }
}
