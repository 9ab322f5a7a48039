using CsCheck;
using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Tests.Consolidation.Texts;

public class EditAlignmentTests
{
    private const long Plenty = 1L << 40;

    private static readonly Gen<int[]> Words = Gen.Int[0, 3].Array[0, 20];

    [Fact]
    public void DistanceIsThatOfTheFullTable() => Gen.Select(Words, Words).Sample((a, b) =>
        Assert.Equal(Oracle(a, b), new EditAlignment().Distance(a, b, Plenty)), iter: 10_000);

    [Fact]
    public void RunsAreTheWordsThatStayWithThatManyEdits() => Gen.Select(Words, Words).Sample((a, b) =>
    {
        var runs = new List<CommonRun>();
        var edits = new EditAlignment().Distance(a, b, Plenty, runs);

        Assert.Equal(edits, EditsOf(runs, a, b));
    }, iter: 10_000);

    [Fact]
    public void BeyondTheWindowTheDistanceIsStillThatOfAnAlignment()
    {
        var random = new SmallRandom(3);
        int[] a = [.. Enumerable.Range(0, 6000).Select(_ => random.Below(500))];
        int[] b = [.. a.SelectMany(w => random.Below(5) == 0 ? random.Below(2) == 0 ? Array.Empty<int>() : [w, random.Below(500)] : [w])];
        var runs = new List<CommonRun>();

        var edits = new EditAlignment().Distance(a, b, Plenty, runs);

        var exact = Oracle(a, b);
        Assert.True(exact > 2 * EditAlignment.Window);
        Assert.InRange(edits, exact, exact * 1.02);
        Assert.Equal(edits, EditsOf(runs, a, b));
    }

    [Fact]
    public void TextsThatWouldTakeTooMuchWorkAreTooDifferent()
    {
        int[] a = [.. Enumerable.Range(0, 100_000)];
        int[] b = [.. Enumerable.Range(100_000, 100_000)];

        Assert.Equal(EditAlignment.TooDifferent, new EditAlignment().Distance(a, b, 1 << 20));
    }

    [Fact]
    public void AnAlignmentIsReusable()
    {
        var alignment = new EditAlignment();

        Assert.Equal(3, alignment.Distance([1, 2, 3], [], Plenty));
        Assert.Equal(2, alignment.Distance([], [4, 5], Plenty));
        Assert.Equal(0, alignment.Distance([], [], Plenty));
        Assert.Equal(1, alignment.Distance([1, 2, 3], [1, 3], Plenty));
    }

    /// <summary>Edits of an alignment with these runs in common; fails where a run is not in common, or out of order.</summary>
    private static int EditsOf(List<CommonRun> runs, int[] a, int[] b)
    {
        var (edits, endA, endB) = (0, 0, 0);
        foreach (var (startA, startB, length) in runs.Append(new CommonRun(a.Length, b.Length, 0)))
        {
            Assert.True(startA >= endA && startB >= endB);
            Assert.Equal(a[startA..(startA + length)], b[startB..(startB + length)]);
            edits += Math.Max(startA - endA, startB - endB);
            (endA, endB) = (startA + length, startB + length);
        }

        return edits;
    }

    private static int Oracle(int[] a, int[] b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(diagonal + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[^1];
    }
}
