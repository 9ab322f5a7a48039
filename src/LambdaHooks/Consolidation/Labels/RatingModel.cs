namespace LambdaHooks.Consolidation.Labels;

/// <summary>One rating, clip and rater by index.</summary>
/// <param name="Clip">What was rated, from 0.</param>
/// <param name="Rater">Who rated, from 0.</param>
/// <param name="Value">The rating; finite.</param>
public readonly record struct RatingAnswer(int Clip, int Rater, double Value);

/// <summary>
/// Ratings as the sum of what the clip is worth and what the rater always adds, by least squares with five pseudo-ratings of zero behind
/// each rater's effect.
/// </summary>
/// <remarks>
/// The clips are eliminated, and the raters' effects found by conjugate gradients (Hestenes and Stiefel 1952): the solution is unique, and
/// each step takes time in proportion to the ratings. A rater who rates alone has no effect, so their ratings pass unchanged.
/// </remarks>
public sealed class RatingModel
{
    private const double PseudoRatings = 5;
    private const double Tolerance = 1e-24;
    private const int MostSteps = 1000;

    private readonly RatingAnswer[] ratings;
    private readonly double[] clipCounts;
    private readonly double[] clipMeans;
    private readonly double[] diagonal;
    private readonly double[] effects;

    private RatingModel(int clips, int raters, IReadOnlyList<RatingAnswer> answers)
    {
        ratings = [.. answers];
        Array.Sort(ratings, static (a, b) => a.Clip != b.Clip ? a.Clip.CompareTo(b.Clip) : a.Rater != b.Rater ? a.Rater.CompareTo(b.Rater) : a.Value.CompareTo(b.Value));
        (clipCounts, clipMeans) = (new double[clips], new double[clips]);
        (diagonal, effects) = (new double[raters], new double[raters]);
    }

    /// <summary>Fits the model.</summary>
    /// <param name="clips">How many clips there are.</param>
    /// <param name="raters">How many raters there are.</param>
    /// <param name="answers">The ratings, in any order.</param>
    public static RatingModel Fit(int clips, int raters, IReadOnlyList<RatingAnswer> answers)
    {
        var model = new RatingModel(clips, raters, answers);
        model.Count();
        model.Solve();
        return model;
    }

    /// <summary>What a rater adds to every rating, in its unit; 0 for one whose ratings nobody else can be compared with.</summary>
    public double EffectOf(int rater) => effects[rater];

    /// <summary>A clip's ratings without what is the raters' own, their mean; 0 for a clip nobody rated.</summary>
    public double AdjustedOf(int clip)
    {
        var (adjusted, first) = (clipMeans[clip], FirstOf(clip));
        for (var i = first; i < ratings.Length && ratings[i].Clip == clip; i++)
        {
            adjusted -= effects[ratings[i].Rater] / clipCounts[clip];
        }

        return adjusted;
    }

    private int FirstOf(int clip)
    {
        var (low, high) = (0, ratings.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ratings[middle].Clip < clip ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Count()
    {
        foreach (var (clip, rater, value) in ratings)
        {
            clipCounts[clip]++;
            clipMeans[clip] += value;
            diagonal[rater]++;
        }

        for (var clip = 0; clip < clipCounts.Length; clip++)
        {
            clipMeans[clip] /= Math.Max(1, clipCounts[clip]);
        }

        for (var rater = 0; rater < diagonal.Length; rater++)
        {
            diagonal[rater] += PseudoRatings;
        }
    }

    private void Solve()
    {
        var residual = new double[effects.Length];
        foreach (var (clip, rater, value) in ratings)
        {
            residual[rater] += value - clipMeans[clip];
        }

        var (scaled, image, clipSums) = (new double[effects.Length], new double[effects.Length], new double[clipCounts.Length]);
        var size = Scale(residual, scaled);
        var direction = scaled.ToArray();
        var enough = size * Tolerance;
        for (var step = 0; step < MostSteps && size > enough; step++)
        {
            Apply(direction, image, clipSums);
            var along = size / Dot(direction, image);
            for (var r = 0; r < effects.Length; r++)
            {
                effects[r] += along * direction[r];
                residual[r] -= along * image[r];
            }

            var before = size;
            size = Scale(residual, scaled);
            for (var r = 0; r < effects.Length; r++)
            {
                direction[r] = scaled[r] + (size / before * direction[r]);
            }
        }
    }

    /// <summary>The raters' normal equations with the clips eliminated.</summary>
    private void Apply(double[] x, double[] image, double[] clipSums)
    {
        Array.Clear(clipSums);
        foreach (var (clip, rater, _) in ratings)
        {
            clipSums[clip] += x[rater] / clipCounts[clip];
        }

        for (var r = 0; r < x.Length; r++)
        {
            image[r] = diagonal[r] * x[r];
        }

        foreach (var (clip, rater, _) in ratings)
        {
            image[rater] -= clipSums[clip];
        }
    }

    /// <summary>Divides by the diagonal; gives the squared size of what is left to solve.</summary>
    private double Scale(double[] residual, double[] scaled)
    {
        for (var r = 0; r < residual.Length; r++)
        {
            scaled[r] = residual[r] / diagonal[r];
        }

        return Dot(residual, scaled);
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
