namespace LambdaHooks.Datasets.Annotations;

/// <summary>A file of annotations that cannot be used. The message names the file, the line or entry, and what is wrong.</summary>
/// <param name="source">The file.</param>
/// <param name="place">Line or entry; null where it is the file as a whole.</param>
/// <param name="problem">What is wrong.</param>
public sealed class AnnotationException(string source, string? place, string problem)
    : Exception(place is null ? $"{source}: {problem}." : $"{source}, {place}: {problem}.")
{
    private const int MostShown = 40;

    /// <summary>What somebody wrote, in quotes, cut to what a message bears.</summary>
    internal static string Quote(string text)
    {
        if (text.Length <= MostShown)
        {
            return $"'{text}'";
        }

        var end = char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown;
        return $"'{text[..end]}…'";
    }
}
