using System.Globalization;
using LambdaHooks.Answers;
using LambdaHooks.Consolidation.Tracks;
using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>
/// Orders objects by their ids, and objects of one id by everything that was said about them, so that the order they came in changes
/// nothing even then. Ids of one batch are different but for a fault upstream, so the second order is seldom asked.
/// </summary>
internal sealed class ObjectOrder : IComparer<ObjectAnswers>
{
    private ObjectOrder()
    {
    }

    /// <summary>The order.</summary>
    public static ObjectOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(ObjectAnswers? x, ObjectAnswers? y)
    {
        var byId = string.CompareOrdinal(x!.ObjectId, y!.ObjectId);
        return byId != 0 || ReferenceEquals(x, y) ? byId : CompareAll(Said(x), Said(y));
    }

    private static int CompareAll(string[] a, string[] b)
    {
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            if (string.CompareOrdinal(a[i], b[i]) is var order and not 0)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    private static string[] Said(ObjectAnswers data) => [.. data.Answers.SelectMany(Said).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Said(Answer answer) =>
    [
        Parts(answer.Worker),
        .. answer.Tracks.Where(t => t.Opened || t.Segments.Count > 0).Select(t => Parts(answer.Worker, t.Key.Category, t.Key.Media)),
        .. answer.Tracks.SelectMany(t => t.Segments.Select(s => Parts([answer.Worker, t.Key.Category, t.Key.Media, .. Said(s)]))),
        .. answer.Clip.Select(c => Parts([answer.Worker, c.Key, .. Said(c.Value)])),
    ];

    private static IEnumerable<string?> Said(Segment segment) =>
    [
        Number(segment.Interval.Start.Microseconds), Number(segment.Interval.End.Microseconds), segment.Label, segment.Text,
        SegmentOrder.LabelsAndAttributes(segment), segment.Id,
    ];

    private static IEnumerable<string?> Said(ClipAnswer value) => value switch
    {
        ClipAnswer.Choice choice => ["choice", choice.Label],
        ClipAnswer.Options options => ["options", .. options.Values.OrderBy(v => v.Key, StringComparer.Ordinal).SelectMany(v => new[] { v.Key, v.Value ? "1" : "0" })],
        ClipAnswer.Number number => ["number", number.Value.ToString("R", CultureInfo.InvariantCulture)],
        ClipAnswer.Text text => ["text", text.Value],
        _ => [],
    };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>With the length before each part, so that different parts never read the same.</summary>
    private static string Parts(params IEnumerable<string?> parts) => string.Concat(parts.Select(p => p is null ? "-:" : $"{p.Length}:{p}"));
}
