namespace LambdaHooks.Cli.Peaks;

/// <summary>Names of peak files made of names of media.</summary>
internal static class PeakNames
{
    /// <summary>
    /// <c>x.wav</c> becomes <c>x.dat</c>; where another of the media would become the same, each becomes <c>x.wav.dat</c> and <c>x.mp3.dat</c>.
    /// The order of the media has no part in it, nor has a file system that takes upper and lower case for the same.
    /// </summary>
    /// <exception cref="UsageException">Two media of the same name would lie in the same folder.</exception>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> media, string ending)
    {
        var full = new bool[media.Count];
        while (Clash(media, full, ending) is { Count: > 0 } clash)
        {
            if (clash.All(i => full[i]))
            {
                throw new UsageException($"{string.Join(" and ", clash.Select(i => media[i]).Distinct())} would be made of several media; give each its own -o.");
            }

            foreach (var i in clash)
            {
                full[i] = true;
            }
        }

        return [.. media.Select((m, i) => Name(m, full[i], ending))];
    }

    /// <summary>The first media found that would share a name; of those with full names, only where it is the same letter for letter.</summary>
    private static IReadOnlyList<int>? Clash(IReadOnlyList<string> media, bool[] full, string ending) => Enumerable.Range(0, media.Count)
        .GroupBy(i => Name(media[i], full[i], ending), StringComparer.OrdinalIgnoreCase)
        .Select(g => g.ToArray())
        .FirstOrDefault(g => g.Length > 1 && (!g.All(i => full[i]) || g.Select(i => media[i]).Distinct(StringComparer.Ordinal).Count() < g.Length));

    private static string Name(string medium, bool full, string ending) => (full ? medium : Path.ChangeExtension(medium, null)) + ending;
}
