namespace LambdaHooks.Cli.Consolidate;

/// <summary>Names of jobs: they become parts of paths and of an ARN.</summary>
internal static class JobText
{
    private const int Longest = 128;

    /// <summary>True for letters, digits, <c>- _ .</c>, with something other than dots among them.</summary>
    public static bool IsName(string text) => text.Length is > 0 and <= Longest && text.All(IsPlain) && text.Any(c => c != '.');

    /// <summary>A name made of that of a folder or file, which may hold anything.</summary>
    public static string NameFrom(string text)
    {
        var plain = string.Concat(text.Take(Longest).Select(c => IsPlain(c) ? c : '-'));
        return IsName(plain) ? plain : "job";
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
