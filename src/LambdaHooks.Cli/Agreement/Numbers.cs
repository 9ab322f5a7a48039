using System.CommandLine;
using System.Globalization;

namespace LambdaHooks.Cli.Agreement;

/// <summary>Options that are numbers, whose text is read here, so that what is wrong with it is said in the words of the help.</summary>
internal static class Numbers
{
    private const double Most = 1_000_000;

    public static Option<double?> Weight(string name, string description) => Of<double?>(name, description, text =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= Most ? number : null,
        $"a number from 0 to {Most}");

    public static Option<ulong?> Seed(string name, string description) => Of<ulong?>(name, description, text =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        "a whole number of 0 or more");

    private static Option<T> Of<T>(string name, string description, Func<string, T?> read, string wanted) => new(name)
    {
        Description = description,
        HelpName = name.TrimStart('-'),
        CustomParser = given =>
        {
            var text = given.Tokens.Count == 1 ? given.Tokens[0].Value : "";
            var value = read(text);
            if (value is null)
            {
                given.AddError($"{name}: '{text}' is not {wanted}.");
            }

            return value;
        },
    };
}
