using System.Globalization;
using LambdaHooks.Consolidation.Measures;
using LambdaHooks.Datasets.Annotations;

namespace LambdaHooks.Cli.Agreement;

/// <summary>Agreement on the labels of items.</summary>
internal sealed class ItemFigures(IMeasures measures, AgreementSettings settings, Intervals intervals)
{
    /// <summary>The figures of one question.</summary>
    /// <exception cref="AnnotationException">A label is not what the level asks for.</exception>
    public LabelFigures Of(string track, IReadOnlyList<UnitLabel> labels)
    {
        UnitLabel[][] items = [.. labels.GroupBy(l => l.Item).Select(g => g.ToArray())];
        var level = settings.Level ?? (labels.Any(l => l.IsSet) ? LabelLevel.Masi : LabelLevel.Nominal);
        var alpha = level switch
        {
            LabelLevel.Ordinal => Alpha(track, items, NumberOf, measures.Ordinal),
            LabelLevel.Interval => Alpha(track, items, NumberOf, measures.Interval),
            LabelLevel.Masi => Alpha(track, items, SetOf, measures.Masi),
            _ => Alpha(track, items, TextOf, measures.Nominal),
        };
        return new LabelFigures(track, items.Length, labels.Select(l => l.Annotator).Distinct(StringComparer.Ordinal).Count(), labels.Count, level, alpha);
    }

    private Measure Alpha<T>(string track, UnitLabel[][] items, Func<UnitLabel, T> valueOf, Func<IReadOnlyList<IReadOnlyList<T>>, Measure> measure)
    {
        T[][] units = [.. items.Select(i => i.Select(valueOf).ToArray())];
        return intervals.Put(
            measure(units), track, units.Length, units.Sum(u => u.Length),
            drawn => measure([.. drawn.Select(i => units[i])]).Value);
    }

    private static string TextOf(UnitLabel label) => string.Join(UnitLabel.SetMark, label.Values);

    private static IReadOnlySet<string> SetOf(UnitLabel label) => label.Values.ToHashSet(StringComparer.Ordinal);

    private static double NumberOf(UnitLabel label) =>
        !label.IsSet && double.TryParse(label.Values[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new AnnotationException($"Item {AgreementTable.Short(label.Item)}", null, $"the label {AgreementTable.Short(TextOf(label))} of {AgreementTable.Short(label.Annotator)} is no number, which --level ordinal and interval need");
}
