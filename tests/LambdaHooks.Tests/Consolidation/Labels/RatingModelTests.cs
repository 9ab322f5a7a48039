using CsCheck;
using LambdaHooks.Consolidation.Labels;

namespace LambdaHooks.Tests.Consolidation.Labels;

public class RatingModelTests
{
    private static readonly Gen<RatingAnswer[]> Ratings = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 4], Gen.Int[0, 10]).Array[1, 25]
        .Select(all => all.Select(r => new RatingAnswer(r.Item1, r.Item2, r.Item3 / 2.0)).DistinctBy(r => (r.Clip, r.Rater)).ToArray());

    [Fact]
    public void OneRaterAlonePassesUnchanged()
    {
        var model = RatingModel.Fit(3, 1, [new(0, 0, 1), new(1, 0, 5), new(2, 0, 3)]);

        Assert.Equal([1, 5, 3], Enumerable.Range(0, 3).Select(model.AdjustedOf));
        Assert.Equal(0, model.EffectOf(0));
    }

    [Fact]
    public void AHarshRaterIsCorrectedByFivePseudoRatings()
    {
        // Ten clips, the second rater one star below the first: by symmetry ±e with 10 (0.5 - e) = 5 e.
        var model = RatingModel.Fit(10, 2, [.. Enumerable.Range(0, 10).SelectMany(c => new[] { new RatingAnswer(c, 0, 4), new RatingAnswer(c, 1, 3) })]);

        Assert.Equal(1 / 3.0, model.EffectOf(0), 1e-9);
        Assert.Equal(-1 / 3.0, model.EffectOf(1), 1e-9);
        Assert.Equal(3.5, model.AdjustedOf(0), 1e-9);
    }

    [Fact]
    public void AClipOnlyAHarshRaterSawIsRaised()
    {
        var shared = Enumerable.Range(1, 10).SelectMany(c => new[] { new RatingAnswer(c, 0, 4), new RatingAnswer(c, 1, 3) });

        Assert.InRange(RatingModel.Fit(11, 2, [new(0, 1, 3), .. shared]).AdjustedOf(0), 3.3, 3.4);
    }

    [Fact]
    public void TheSolutionIsTheLeastSquares() => Ratings.Sample(ratings =>
    {
        var model = RatingModel.Fit(6, 5, ratings);

        // Where the derivative by each rater's effect is zero, and each clip is the mean of what is left.
        foreach (var rater in ratings.Select(r => r.Rater).Distinct())
        {
            var left = ratings.Where(r => r.Rater == rater).Sum(r => r.Value - model.AdjustedOf(r.Clip) - model.EffectOf(rater));
            Assert.Equal(5 * model.EffectOf(rater), left, 1e-8);
        }
    }, iter: 10_000);

    [Fact]
    public void OrderOfRatingsChangesNothing() => Gen.Select(Ratings, Gen.Int).Sample((ratings, seed) =>
    {
        var shuffled = ratings.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(Enumerable.Range(0, 6).Select(RatingModel.Fit(6, 5, ratings).AdjustedOf), Enumerable.Range(0, 6).Select(RatingModel.Fit(6, 5, shuffled).AdjustedOf));
    }, iter: 10_000);
}
