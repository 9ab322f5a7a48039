namespace LambdaHooks.Benchmarks.Measuring;

/// <summary>Tables as they come; targets at the end, one a line.</summary>
internal sealed class Report(TextWriter output)
{
    private static readonly string[] Head = ["figure", "program", "min", "median", "max", "× first"];

    private readonly List<string> targets = [];

    /// <summary>Shows what is measured next, and how busy the machine is, which every figure should be read with.</summary>
    public void Title(string title) => output.WriteLine($"{Environment.NewLine}{title} ({Environment.ProcessorCount} cores, load {Load()})");

    /// <summary>Names what is not measured, and why.</summary>
    public void LeftOut(string what) => output.WriteLine($"  left out: {what}");

    /// <summary>Tells something that is no figure.</summary>
    public void Note(string what) => output.WriteLine($"  {what}");

    /// <summary>A row a figure and program; ratios of medians are to the first program.</summary>
    public void Compare(IReadOnlyList<Entry> entries, params Figure[] figures) =>
        Table(Head, [.. figures.SelectMany(f => entries.Select((e, i) => Row(f, e, e.Of(f), entries[0].Of(f), i)))]);

    public void Table(IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        foreach (var line in TextTable.Lines(head, rows))
        {
            output.WriteLine($"  {line}");
        }
    }

    /// <summary>Notes a target and the figure that decides.</summary>
    public void Target(string target, bool met, string figure) => targets.Add($"{(met ? "met   " : "missed")}  {target}: {figure}");

    /// <summary>Notes a target that nothing here can decide.</summary>
    public void UndecidedTarget(string target, string why) => targets.Add($"unknown {target}: {why}");

    /// <summary>Writes the targets.</summary>
    public void Finish()
    {
        output.WriteLine();
        targets.ForEach(output.WriteLine);
    }

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static string[] Row(Figure figure, Entry entry, Spread spread, Spread first, int place) =>
    [
        place == 0 ? figure.Name : "",
        entry.Name,
        figure.Write(spread.Least),
        figure.Write(spread.Median),
        figure.Write(spread.Most),
        first.Median > 0 ? Units.Ratio(spread.Median / first.Median) : "-",
    ];
}
