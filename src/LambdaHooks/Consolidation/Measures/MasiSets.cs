namespace LambdaHooks.Consolidation.Measures;

/// <summary>The different sets of a batch as sorted numbers, and their distances.</summary>
internal sealed class MasiSets
{
    private const int MostCompared = 1024;
    private const int DrawnPairs = 1_000_000;
    private const ulong Seed = 0x6D617369;

    private readonly Dictionary<string, int> elements;
    private readonly Dictionary<int[], int> ranks = new(SameNumbers.Instance);
    private readonly List<int[]> sets = [];

    private MasiSets(Dictionary<string, int> elements) => this.elements = elements;

    public static MasiSets Of(IEnumerable<IReadOnlySet<string>> given)
    {
        IReadOnlySet<string>[] all = [.. given];
        var names = all.SelectMany(s => s).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var result = new MasiSets(names.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i, StringComparer.Ordinal));
        foreach (var set in all.Select(result.Numbers).Distinct(SameNumbers.Instance).Order(Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))))
        {
            result.ranks.Add(set, result.sets.Count);
            result.sets.Add(set);
        }

        return result;
    }

    /// <summary>Sum of the distances over all ordered pairs.</summary>
    public double DistancesOf(IEnumerable<IReadOnlySet<string>> given)
    {
        int[] all = [.. given.Select(s => ranks[Numbers(s)])];
        Array.Sort(all);
        var different = all.CountBy(r => r).OrderBy(c => c.Key).ToArray();
        return different.Length > MostCompared ? Estimated(all) : Exact(different);
    }

    private double Exact(KeyValuePair<int, int>[] counted)
    {
        var sum = 0.0;
        for (var i = 1; i < counted.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum += 2.0 * counted[i].Value * counted[j].Value * Distance(sets[counted[i].Key], sets[counted[j].Key]);
            }
        }

        return sum;
    }

    private double Estimated(int[] all)
    {
        var numbers = new SeededNumbers(Seed);
        var sum = 0.0;
        for (var pair = 0; pair < DrawnPairs; pair++)
        {
            sum += Distance(sets[all[numbers.Below(all.Length)]], sets[all[numbers.Below(all.Length)]]);
        }

        return sum / DrawnPairs * all.Length * all.Length;
    }

    private int[] Numbers(IReadOnlySet<string> set)
    {
        int[] numbers = [.. set.Select(e => elements[e])];
        Array.Sort(numbers);
        return numbers;
    }

    private static double Distance(int[] a, int[] b)
    {
        var shared = Shared(a, b);
        var union = a.Length + b.Length - shared;
        var kind = shared == union ? 1 : shared == a.Length || shared == b.Length ? 2.0 / 3 : shared > 0 ? 1.0 / 3 : 0;
        return union == 0 ? 0 : 1 - ((double)shared / union * kind);
    }

    private static int Shared(int[] a, int[] b)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            var order = a[i].CompareTo(b[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    private sealed class SameNumbers : IEqualityComparer<int[]>
    {
        public static readonly SameNumbers Instance = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = 17u;
            foreach (var number in obj)
            {
                hash = unchecked((hash ^ (uint)number) * 0x01000193u);
            }

            return unchecked((int)hash);
        }
    }
}
