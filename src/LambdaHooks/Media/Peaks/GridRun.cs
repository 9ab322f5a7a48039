namespace LambdaHooks.Media;

/// <summary>Fills several grids from one run after the other; each thread has its own.</summary>
internal sealed class GridRun : IRowConsumer
{
    private readonly GridCursor[][] cursors;

    /// <param name="grids">The grids.</param>
    /// <param name="rows">Rows of every grid.</param>
    public GridRun(IReadOnlyList<PeakGrid> grids, int rows) =>
        cursors = [.. Enumerable.Range(0, rows).Select(row => grids.Select(g => new GridCursor(g, row)).ToArray())];

    /// <inheritdoc/>
    public void Begin(long frame) => Each(c => c.Begin(frame));

    /// <inheritdoc/>
    public void Add(int row, ReadOnlySpan<short> samples)
    {
        foreach (var cursor in cursors[row])
        {
            cursor.Add(samples);
        }
    }

    /// <inheritdoc/>
    public void End() => Each(c => c.End());

    private void Each(Action<GridCursor> act)
    {
        foreach (var cursor in cursors.SelectMany(c => c))
        {
            act(cursor);
        }
    }
}
