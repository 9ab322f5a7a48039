using System.Globalization;
using System.Text;

namespace LambdaHooks.Timeline;

/// <summary>Draws segments as text on a time line, a row a worker or result, so that a person sees at once who marked what.</summary>
/// <remarks>
/// <code>
///               0 s                              4.21 s
/// alice         |---They may---|   |-in the-|
/// consolidated  |--They may---|    |-in the-|
/// </code>
/// Segments that overlap within a row go to further lines of it. Text is data: control characters are never printed.
/// </remarks>
public static class TimelineDrawing
{
    private const int LeastWidth = 20;

    /// <summary>The lines of the drawing, none wider than <paramref name="width"/> characters unless the names leave less than 20.</summary>
    /// <param name="rows">Name and segments of each row, top to bottom.</param>
    /// <param name="span">The stretch of time that is drawn.</param>
    /// <param name="width">Columns there are.</param>
    /// <param name="caption">What to write into a segment.</param>
    public static IReadOnlyList<string> Draw(
        IReadOnlyList<(string Name, IReadOnlyList<Segment> Segments)> rows, Interval span, int width, Func<Segment, string> caption)
    {
        var names = rows.Count == 0 ? 0 : rows.Max(r => r.Name.Length) + 2;
        // The end of the span has a column of its own.
        var columns = Math.Max(LeastWidth, width - names) - 1;
        var lines = new List<string> { Scale(span, names, columns) };
        foreach (var (name, segments) in rows)
        {
            var prefix = Printable(name).PadRight(names);
            foreach (var lane in Lanes(segments, span, columns, caption))
            {
                lines.Add((prefix + lane).TrimEnd());
                prefix = new string(' ', names);
            }
        }

        return lines;
    }

    private static string Scale(Interval span, int names, int columns)
    {
        var (from, to) = ($"{Short(span.Start)} s", $"{Short(span.End)} s");
        return new string(' ', names) + from + to.PadLeft(Math.Max(to.Length, columns + 1 - from.Length));
    }

    private static string Short(MediaTime time) => time.Seconds.ToString("0.##", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lanes(IReadOnlyList<Segment> segments, Interval span, int columns, Func<Segment, string> caption)
    {
        var lanes = new List<char[]>();
        var free = new List<int>();
        foreach (var segment in segments.OrderBy(s => s.Interval))
        {
            var (from, to) = (Column(segment.Interval.Start, span, columns), Column(segment.Interval.End, span, columns));
            var lane = free.FindIndex(f => f <= from);
            if (lane < 0)
            {
                lane = lanes.Count;
                lanes.Add(Enumerable.Repeat(' ', columns + 1).ToArray());
                free.Add(0);
            }

            DrawSegment(lanes[lane], from, to, caption(segment));
            free[lane] = Math.Max(to, from + 1);
        }

        return lanes.Count == 0 ? [""] : lanes.Select(l => new string(l));
    }

    private static void DrawSegment(char[] lane, int from, int to, string caption)
    {
        for (var i = from; i <= to && i < lane.Length; i++)
        {
            lane[i] = i == from || i == to ? '|' : '-';
        }

        var room = to - from - 3;
        var text = Printable(caption);
        if (room >= 1 && text.Length > 0)
        {
            var shown = text.Length <= room ? text : text[..(room - 1)] + "…";
            shown.CopyTo(lane.AsSpan(from + 1 + ((to - from - shown.Length) / 2)));
        }
    }

    private static int Column(MediaTime time, Interval span, int columns)
    {
        var length = Math.Max(1, span.Length.Microseconds);
        var offset = Math.Clamp(time.Microseconds - span.Start.Microseconds, 0, length);
        return (int)(offset * (Int128)columns / length);
    }

    /// <summary>The text on one line, without what a terminal would obey and without letters wider than one column.</summary>
    private static string Printable(string text)
    {
        var printable = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            _ = printable.Append(IsOneColumn(rune) ? rune.ToString() : "·");
        }

        return printable.ToString();
    }

    /// <summary>Scripts and punctuation below the East Asian blocks, but for control, format and combining characters.</summary>
    private static bool IsOneColumn(Rune rune) => rune.Value is (< 0x1100 or (>= 0x1E00 and < 0x2E80)) && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
