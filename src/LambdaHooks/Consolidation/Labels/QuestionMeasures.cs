using LambdaHooks.Answers;
using LambdaHooks.Consolidation.Measures;
using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Consolidation.Labels;

/// <summary>Agreement on one whole-clip question, by the measure that fits what it asks for.</summary>
internal static class QuestionMeasures
{
    /// <summary>The question's figure over the objects that several counting workers answered.</summary>
    public static QuestionAgreement Of(ClipQuestion question, AgreementOptions options)
    {
        ClipAnswer[][] units = [.. question.Table.Answers
            .Where(a => question.Table.Weights[a.Worker] > 0)
            .GroupBy(a => a.Item, a => a.Value)
            .Select(g => g.ToArray())
            .Where(u => u.Length > 1)];
        return question.Kind switch
        {
            QuestionKind.Choice => Told("alpha-nominal", units, u => KrippendorffAlpha.Nominal([.. u.Select(x => x.Select(v => question.KeyOf(v) ?? "").ToArray())])),
            QuestionKind.CheckBoxes => Told("alpha-masi", units, u => KrippendorffAlpha.Masi([.. u.Select(x => x.Select(SetOf).ToArray())])),
            QuestionKind.Rating => Told("alpha-ordinal", units, u => KrippendorffAlpha.Ordinal([.. u.Select(NumbersOf)])),
            QuestionKind.Number => Told("alpha-interval", units, u => KrippendorffAlpha.Interval([.. u.Select(NumbersOf)])),
            _ => new QuestionAgreement(question.Table.Question, "word-error-rate", MeanErrors(units, options.Seed)),
        };

        QuestionAgreement Told(string name, ClipAnswer[][] all, Func<IReadOnlyList<ClipAnswer[]>, Measure> measure) =>
            new(question.Table.Question, name, Intervals.Of(all, measure, options.AlphaResamples, options.Seed));
    }

    private static HashSet<string> SetOf(ClipAnswer value) =>
        [.. ((ClipAnswer.Options)value).Values.Where(v => v.Value).Select(v => v.Key)];

    private static double[] NumbersOf(ClipAnswer[] values) => [.. values.Select(v => ((ClipAnswer.Number)v).Value)];

    private static Measure MeanErrors(ClipAnswer[][] units, ulong seed) => Intervals.OfMean([.. units.Select(MeanError)], seed);

    /// <summary>Mean over ordered pairs, since either text may be the reference.</summary>
    private static double MeanError(ClipAnswer[] unit)
    {
        string[] texts = [.. unit.Select(v => ((ClipAnswer.Text)v).Value)];
        var (sum, pairs) = (0.0, 0);
        for (var a = 0; a < texts.Length; a++)
        {
            for (var b = 0; b < texts.Length; b++)
            {
                if (a != b)
                {
                    (sum, pairs) = (sum + WordErrorRate.Between(texts[a], texts[b]), pairs + 1);
                }
            }
        }

        return sum / pairs;
    }
}
