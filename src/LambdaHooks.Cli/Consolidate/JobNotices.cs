namespace LambdaHooks.Cli.Consolidate;

/// <summary>What was odd about a job and how it was handled: each kind counted, and its first cases told one by one.</summary>
internal sealed class JobNotices
{
    /// <summary>Cases of one kind that are told one by one; a folder of thousands of broken files is no reason for as many lines.</summary>
    private const int MostCases = 10;

    private readonly SortedDictionary<string, (int Count, List<string> Cases)> kinds = new(StringComparer.Ordinal);

    /// <summary>Adds one case.</summary>
    /// <param name="kind">What happened, in words that go with a number of cases.</param>
    /// <param name="what">The file, line or object it happened to, and perhaps why.</param>
    public void Add(string kind, string what)
    {
        var (count, cases) = kinds.GetValueOrDefault(kind, (0, []));
        if (count < MostCases)
        {
            cases.Add(what);
        }

        kinds[kind] = (count + 1, cases);
    }

    /// <summary>How many cases of a kind there are.</summary>
    public int Count(string kind) => kinds.GetValueOrDefault(kind).Count;

    /// <summary>A line for each kind and each case that is told.</summary>
    public IEnumerable<string> Lines() => kinds.SelectMany(k => (string[])
    [
        $"{k.Key}: {k.Value.Count}",
        .. k.Value.Cases.Select(c => $"  {c}"),
        .. k.Value.Count > MostCases ? [$"  and {k.Value.Count - MostCases} more"] : Array.Empty<string>(),
    ]);
}
