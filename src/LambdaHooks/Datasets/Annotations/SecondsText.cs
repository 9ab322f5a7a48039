using System.Globalization;
using LambdaHooks.Timeline;

namespace LambdaHooks.Datasets.Annotations;

/// <summary>Times as files give them: seconds, written with a dot.</summary>
internal static class SecondsText
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>True for a number.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text) => decimal.TryParse(text.Trim(), Style, CultureInfo.InvariantCulture, out _);

    /// <summary>The time that a text gives; else what is wrong with it.</summary>
    /// <param name="field">Name of the field, for the message.</param>
    /// <param name="text">Its text.</param>
    /// <param name="time">The time.</param>
    public static string? Problem(string field, string text, out MediaTime time)
    {
        time = default;
        return decimal.TryParse(text.AsSpan().Trim(), Style, CultureInfo.InvariantCulture, out var seconds)
            ? Problem(field, seconds, out time)
            : $"{field} {AnnotationException.Quote(text)} is no number of seconds with a dot";
    }

    /// <summary>The time that a number of seconds gives; else what is wrong with it.</summary>
    public static string? Problem(string field, decimal seconds, out MediaTime time) =>
        !MediaTime.TryFromSeconds(seconds, out time) ? $"{field} {seconds.ToString(CultureInfo.InvariantCulture)} is further than 1,000 hours from the start"
        : seconds < 0 ? $"{field} {seconds.ToString(CultureInfo.InvariantCulture)} is negative"
        : null;

    /// <summary>The interval between two times; else what is wrong with it.</summary>
    public static string? Problem(MediaTime start, MediaTime end, out Interval interval)
    {
        interval = end < start ? default : new Interval(start, end);
        return end < start ? $"start {start} lies after end {end}" : null;
    }

    /// <summary>The interval that starts at a time and lasts so long; else what is wrong with it.</summary>
    public static string? ProblemOfDuration(MediaTime start, MediaTime duration, out Interval interval)
    {
        var end = start + duration;
        interval = end > MediaTime.Limit ? default : new Interval(start, end);
        return end > MediaTime.Limit ? $"end {end} is further than 1,000 hours from the start" : null;
    }
}
