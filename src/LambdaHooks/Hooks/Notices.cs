namespace LambdaHooks.Hooks;

/// <summary>Remarks about one medium as one text.</summary>
internal static class Notices
{
    private const int MostCharacters = 400;

    /// <summary>Two remarks, or the one that is there; null where there is none.</summary>
    public static string? Join(string? first, string? second) => first is null || second is null ? first ?? second : $"{first}; {second}";

    /// <summary>A text that came from outside this program, cut so that many of them still fit a task.</summary>
    public static string Short(string text) =>
        text.Length <= MostCharacters ? text : $"{text[..(MostCharacters - (char.IsHighSurrogate(text[MostCharacters - 1]) ? 1 : 0))]}…";
}
