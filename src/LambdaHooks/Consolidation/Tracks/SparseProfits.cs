namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Pairs that may be matched, row by row, with the profit of each.</summary>
/// <param name="rows">About how many rows there will be.</param>
/// <param name="columns">How many columns there are.</param>
internal sealed class SparseProfits(int rows, int columns)
{
    /// <summary>A profit of 1.0 as an integer: sums of integers do not depend on their order.</summary>
    public const double One = 1 << 30;

    private readonly List<int> firsts = new(rows + 1) { 0 };
    private readonly List<int> columnsOfEdges = new(rows + (rows / 4));
    private readonly List<long> profits = new(rows + (rows / 4));

    public int Rows => firsts.Count - 1;

    public int Columns => columns;

    public int Edges => profits.Count;

    /// <summary>Adds a pair to the row that is being written.</summary>
    public void Add(int column, double profit)
    {
        columnsOfEdges.Add(column);
        profits.Add((long)(profit * One));
    }

    /// <summary>Ends the row that is being written.</summary>
    public void EndRow() => firsts.Add(profits.Count);

    public (int From, int To) EdgesOf(int row) => (firsts[row], firsts[row + 1]);

    public int Column(int edge) => columnsOfEdges[edge];

    public long Profit(int edge) => profits[edge];
}
