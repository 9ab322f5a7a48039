using CsCheck;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Timeline;

public class TimelineDrawingTests
{
    private static readonly Interval TenSeconds = Interval.Seconds(0, 10);

    [Fact]
    public void SegmentsLieWhereTheirTimesAre() => AssertDrawn(
        """
               0 s              10 s
        alice  |--A-|    |----B----|
        bob         |----A----|
        """,
        28, ("alice", [At(0, 2.5m, "A"), At(5, 10, "B")]), ("bob", [At(2.5m, 7.5m, "A")]));

    [Fact]
    public void OverlapsGoToAFurtherLine() => AssertDrawn(
        """
           0 s              10 s
        w  |----A----|
                |----B----|
        """,
        24, ("w", [At(2.5m, 7.5m, "B"), At(0, 5, "A")]));

    [Fact]
    public void CaptionsAreCutAndNeverObeyed() => AssertDrawn(
        """
           0 s              10 s
        w  |-a·[31mred text t…-|
        """,
        24, ("w", [At(0, 10, "a\u001b[31mred text that is far too long")]));

    [Fact]
    public void AnEmptyRowKeepsItsName() => AssertDrawn(
        """
           0 s              10 s
        w
        """,
        24, ("w", []));

    [Fact]
    public void NoLineIsWiderThanAsked() => Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[30, 90]).Sample((a, b, width) =>
        Assert.All(Draw(width, ("worker", [At(Math.Min(a, b) / 10m, Math.Max(a, b) / 10m, "a label of some length")])), line => Assert.InRange(line.Length, 1, width)), iter: 10_000);

    private static void AssertDrawn(string expected, int width, params (string Name, IReadOnlyList<Segment> Segments)[] rows) =>
        Assert.Equal(expected, string.Join('\n', Draw(width, rows)));

    private static IReadOnlyList<string> Draw(int width, params (string Name, IReadOnlyList<Segment> Segments)[] rows) =>
        TimelineDrawing.Draw(rows, TenSeconds, width, s => s.Label ?? "");

    private static Segment At(decimal start, decimal end, string label) => new(Interval.Seconds(start, end), label);
}
