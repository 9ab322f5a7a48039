using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LambdaHooks.Timeline;

namespace LambdaHooks.Cli.Peaks;

/// <summary>Options whose text is read here, so that what is wrong with it is said in the words of the help.</summary>
internal static class Parsed
{
    public static Option<int?> Whole(string name, string? shortName, int least, int most, string description) => Of<int?>(name, shortName, description, text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null,
        most == int.MaxValue ? $"a whole number of {least} or more" : $"a whole number from {least} to {most}");

    public static Option<MediaTime?> Seconds(string name, string shortName, string description) => Of<MediaTime?>(name, shortName, description, text =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && MediaTime.TryFromSeconds(seconds, out var time) ? time : null,
        "a number of seconds");

    public static Option<Amplitude?> Amplitude(string name, string description) => Of(name, null, description, text =>
        text == "auto" ? new Amplitude(null)
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) && double.IsFinite(factor) ? new Amplitude(factor)
        : null,
        "auto or a number of 0 or more");

    public static Option<IReadOnlyList<int>?> Channels(string name, string description) => Of<IReadOnlyList<int>?>(name, null, description, text =>
    {
        var numbers = text.Split(',');
        int[] channels = [.. numbers.Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var channel) && channel < ushort.MaxValue ? channel : -1)];
        return channels.Contains(-1) || channels.Distinct().Count() < channels.Length ? null : channels;
    }, "channels such as 0,2");

    public static Option<T?> Named<T>(string name, string names, Func<string, T?> find, string description)
        where T : struct => Of(name, null, $"{names}. {description}", find, names);

    private static Option<T> Of<T>(string name, string? shortName, string description, Func<string, T> read, string wanted)
    {
        var option = shortName is null ? new Option<T>(name) : new Option<T>(name, shortName);
        option.Description = description;

        // Else help would show the names of a type.
        option.HelpName = name.TrimStart('-');
        option.CustomParser = given => Read(given, name, read, wanted);
        return option;
    }

    private static T? Read<T>(ArgumentResult given, string name, Func<string, T?> read, string wanted)
    {
        var text = given.Tokens.Count == 1 ? given.Tokens[0].Value : "";
        var value = read(text);
        if (value is null)
        {
            given.AddError($"{name}: '{text}' is not {wanted}.");
        }

        return value;
    }
}
