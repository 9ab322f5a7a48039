using System.Globalization;
using LambdaHooks.Answers;

namespace LambdaHooks.Consolidation.Labels;

/// <summary>Numbers: their median, and for ratings also what the clip is worth without the raters' own habits.</summary>
internal sealed class NumberQuestion : ClipQuestion
{
    private const double MostDeviation = 1.2;
    private const double HighestRating = 10;
    private const int LeastRatings = 3;

    private readonly Lazy<RatingModel> model;

    public NumberQuestion(QuestionTable table)
        : base(table)
    {
        Kind = table.Answers.Length >= LeastRatings && table.Answers.All(a => IsStep(ValueOf(a.Value))) ? QuestionKind.Rating : QuestionKind.Number;
        model = new Lazy<RatingModel>(Fit);
    }

    public override QuestionKind Kind { get; }

    public override string? KeyOf(ClipAnswer value) => Kind == QuestionKind.Rating ? ValueOf(value).ToString(CultureInfo.InvariantCulture) : null;

    protected override ConsolidatedClipAnswer FuseItem(int item)
    {
        double[] sorted = [.. Table.CountedOf(item).Select(a => ValueOf(a.Value)).Order()];
        var (median, spread) = NumberSpread.Middle(sorted);
        var rating = Kind == QuestionKind.Rating ? Summary(item, sorted) : null;
        return new ConsolidatedClipAnswer(Table.Question, new ClipAnswer.Number(median), null, spread, [])
        {
            Rating = rating,
            Flags = rating is not null && (rating.Deviation > MostDeviation || NumberSpread.IsTwoCamps(sorted)) ? [Flags.RatingSpread] : [],
        };
    }

    private RatingSummary Summary(int item, double[] sorted) =>
        new(model.Value.AdjustedOf(item), sorted.Average(), NumberSpread.Deviation(sorted), sorted.Length);

    /// <summary>Clips that only excluded workers rated keep their ratings; they teach nothing about who else rates how.</summary>
    private RatingModel Fit()
    {
        var ratings = new List<RatingAnswer>();
        for (var item = 0; item < Table.Objects.Length; item++)
        {
            ratings.AddRange(Table.CountedOf(item).Select(a => new RatingAnswer(a.Item, a.Worker, ValueOf(a.Value))));
        }

        return RatingModel.Fit(Table.Objects.Length, Table.Workers.Length, ratings);
    }

    private static bool IsStep(double value) => value is >= 0 and <= HighestRating && double.IsInteger(value * 2);

    private static double ValueOf(ClipAnswer value) => ((ClipAnswer.Number)value).Value;
}
