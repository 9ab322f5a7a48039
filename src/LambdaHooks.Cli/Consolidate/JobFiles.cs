using System.Globalization;

namespace LambdaHooks.Cli.Consolidate;

/// <summary>The files of a job's folder that hold answers, in an order that does not depend on the file system.</summary>
internal static class JobFiles
{
    private const string Iteration = "iteration-";

    /// <summary>JSON files directly in a folder, by name; hidden ones, which are what other programs leave behind (<c>._x</c>, <c>.DS_Store</c>), are passed over.</summary>
    public static IEnumerable<string> JsonIn(string folder) =>
        Directory.EnumerateFiles(folder)
            .Where(f => Path.GetExtension(f).Equals(".json", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(f).StartsWith('.'))
            .Order(StringComparer.Ordinal);

    /// <summary>Folders <c>iteration-N</c> directly in a folder, by number.</summary>
    public static IEnumerable<string> IterationsIn(string folder) =>
        Directory.EnumerateDirectories(folder, $"{Iteration}*")
            .Select(f => (Path: f, Number: NumberOf(Path.GetFileName(f))))
            .Where(f => f.Number is not null)
            .OrderBy(f => f.Number)
            .ThenBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => f.Path);

    private static long? NumberOf(string name) =>
        long.TryParse(name.AsSpan(Iteration.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
