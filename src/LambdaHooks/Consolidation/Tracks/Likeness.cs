namespace LambdaHooks.Consolidation.Tracks;

/// <summary>How alike two marks are, 0 to 1, and from where on they may be taken for marks of the same thing.</summary>
/// <param name="From">Least likeness of a pair.</param>
/// <param name="ArePoints">True for instants, which are alike by their distance; false for stretches, by intersection over union.</param>
internal readonly record struct Likeness(double From, bool ArePoints)
{
    /// <summary>Instants further apart than this are different ones.</summary>
    public const long PointTolerance = 250_000;

    /// <summary>Likeness of two instants that are just near enough.</summary>
    private const double FarPoint = 0.3;

    public double Of(Marks a, int i, Marks b, int j)
    {
        if (!ArePoints)
        {
            return Marks.OverlapRatio(a, i, b, j);
        }

        var distance = Math.Abs((a.Start(i) + a.End(i)) - (b.Start(j) + b.End(j))) / 2;
        return distance > PointTolerance ? 0 : 1 - ((1 - FarPoint) * distance / PointTolerance);
    }

    /// <summary>How far before and after a mark's ends its partners can lie, so that nobody further away need be looked at.</summary>
    public long Reach(Marks marks, int mark) =>
        ArePoints ? PointTolerance * 2 : (long)((marks.End(mark) - marks.Start(mark)) * ((1 / From) - 1));
}
