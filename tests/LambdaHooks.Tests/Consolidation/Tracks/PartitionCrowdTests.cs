using LambdaHooks.Consolidation;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Tests.Consolidation.Tracks;

/// <summary>That fusing annotators of music sections comes closer to a further annotator than any one of them does.</summary>
public class PartitionCrowdTests
{
    private const int Pieces = 60;

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 0.04)]
    [InlineData(4, 0.05)]
    [InlineData(5, 0.06)]
    [InlineData(6, 0.06)]
    [InlineData(7, 0.06)]
    public void SeveralFusedFitAFurtherAnnotatorBetterThanOneDoes(int annotators, double margin)
    {
        var (single, fused) = (new List<PartitionFigures>(), new List<PartitionFigures>());
        foreach (var kind in PartitionCrowd.Kinds)
        {
            var random = new Random(20_000 + annotators);
            for (var piece = 0; piece < Pieces; piece++)
            {
                AddFits(kind.Piece(annotators + 1, random), single, fused);
            }
        }

        PartitionFigures.AssertAbove(PartitionFigures.Mean(single), PartitionFigures.Mean(fused), margin);
    }

    [Fact]
    public void TwoOfSalamiFuseToAValidPartitionThatEachAgreesWithMoreThanWithTheOther()
    {
        var (pairs, fits) = (new List<PartitionFigures>(), new[] { new List<PartitionFigures>(), new List<PartitionFigures>() });
        foreach (var file in Directory.GetFiles(Checkout.SharedData("data", "salami"), "*.annotator1.txt"))
        {
            WorkerTrack[] tracks = [Salami(file), Salami(file.Replace("annotator1", "annotator2", StringComparison.Ordinal))];
            var pieces = PartitionMaker.Fuse(tracks);
            Assert.All(pieces.Skip(1).Zip(pieces), p => Assert.Equal(p.Second.Interval.End, p.First.Interval.Start));
            Assert.All(pieces, p => Assert.False(p.Interval.IsEmpty));
            pairs.Add(PartitionFigures.Between(PartitionFigures.Of(tracks[0]), PartitionFigures.Of(tracks[1])));
            fits[0].Add(PartitionFigures.Between(PartitionFigures.Of(tracks[0]), PartitionFigures.Of(pieces)));
            fits[1].Add(PartitionFigures.Between(PartitionFigures.Of(tracks[1]), PartitionFigures.Of(pieces)));
        }

        Assert.Equal(59, pairs.Count);
        Assert.All(fits, f => PartitionFigures.AssertAbove(PartitionFigures.Mean(pairs), PartitionFigures.Mean(f), 0.05));
    }

    private static void AddFits(WorkerTrack[] tracks, List<PartitionFigures> single, List<PartitionFigures> fused)
    {
        for (var left = 0; left < tracks.Length; left++)
        {
            WorkerTrack[] others = [.. tracks.Where((_, i) => i != left)];
            var truth = PartitionFigures.Of(tracks[left]);
            single.AddRange(others.Select(o => PartitionFigures.Between(PartitionFigures.Of(o), truth)));
            fused.Add(PartitionFigures.Between(PartitionFigures.Of(PartitionMaker.Fuse(others)), truth));
        }
    }

    private static WorkerTrack Salami(string file)
    {
        var rows = File.ReadLines(file).Where(l => l.Length > 0).Select(l => l.Split('\t')).ToArray();
        var seconds = rows.Select(r => decimal.Parse(r[0], System.Globalization.CultureInfo.InvariantCulture)).Distinct().ToArray();
        return PartitionMaker.Cut(Path.GetFileName(file), seconds);
    }
}
