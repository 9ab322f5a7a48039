using CsCheck;
using LambdaHooks.Consolidation.Tracks;

namespace LambdaHooks.Tests.Consolidation.Tracks;

public class SparseAssignmentTests
{
    private const int Columns = 7;

    /// <summary>Eighths, exact as numbers: 0 for a pair that may not be matched, many equal.</summary>
    private static readonly Gen<int[][]> Graphs = Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[0, 2]), (1, Gen.Int[0, 12])).Array[Columns].Array[0, 8];

    [Fact]
    public void TheTotalProfitIsThatOfTheFullHungarianMethod() => Graphs.Sample(eighths =>
    {
        var partners = SparseAssignment.Solve(Profits(eighths));
        var matched = partners.Where(c => c >= 0).ToArray();

        Assert.Equal(eighths.Length, partners.Length);
        Assert.Equal(matched.Length, matched.Distinct().Count());
        Assert.All(partners.Select((column, row) => (column, row)).Where(p => p.column >= 0), p => Assert.True(eighths[p.row][p.column] > 0));
        Assert.Equal(Best(eighths), partners.Select((column, row) => column < 0 ? 0 : eighths[row][column]).Sum());
    }, iter: 10_000);

    [Fact]
    public void ARowGivesWayWhereThatPaysMore() =>
        Assert.Equal([1, 0], SparseAssignment.Solve(Profits([[8, 7], [6, 0]])));

    [Fact]
    public void ARowIsLeftAloneWhereAnotherIsWorthMore() =>
        Assert.Equal([-1, 0], SparseAssignment.Solve(Profits([[3], [8]])));

    private static double Best(int[][] eighths)
    {
        var values = new double[eighths.Length, Columns];
        for (var row = 0; row < eighths.Length; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                values[row, column] = eighths[row][column];
            }
        }

        return DenseAssignment.Best(values);
    }

    private static SparseProfits Profits(int[][] eighths)
    {
        var profits = new SparseProfits(eighths.Length, eighths.Length == 0 ? Columns : eighths[0].Length);
        foreach (var row in eighths)
        {
            for (var column = 0; column < row.Length; column++)
            {
                if (row[column] > 0)
                {
                    profits.Add(column, row[column] / 8.0);
                }
            }

            profits.EndRow();
        }

        return profits;
    }
}
