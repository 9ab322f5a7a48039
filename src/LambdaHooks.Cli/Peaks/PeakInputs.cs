using System.IO.Enumeration;
using LambdaHooks.Hooks;
using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>What was named, as single media in a fixed order.</summary>
internal static class PeakInputs
{
    private const string StoreScheme = "s3://";

    /// <summary>True for a place in a store.</summary>
    public static bool IsInStore(string text) => text.StartsWith(StoreScheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for what only looks like a file, such as <c>/dev/stdin</c>: it comes once, forward.</summary>
    public static bool IsDevice(string path) => path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal);

    /// <summary>True for what names several media at once, however many there are.</summary>
    public static bool IsGroup(string named) => !IsInStore(named) && (Directory.Exists(named) || IsManifest(named));

    /// <summary>Every medium once.</summary>
    /// <exception cref="UsageException">Something that was named is not there.</exception>
    public static IReadOnlyList<PeakInput> Find(IReadOnlyList<string> named) => [.. named.SelectMany(Find).Distinct()];

    private static IEnumerable<PeakInput> Find(string named) =>
        named == PeakRequest.Dash || (IsDevice(named) && File.Exists(named)) ? [new PeakInput.Piped(named)]
        : IsInStore(named) ? [ObjectUri.TryParse(named, out var uri) ? new PeakInput.Stored(uri) : throw new UsageException($"{named} is not s3://bucket/key.")]
        : Directory.Exists(named) ? Below(named)
        : !File.Exists(named) ? throw new UsageException($"There is no medium {named}.")
        : IsManifest(named) ? PeakManifest.Read(named)
        : [new PeakInput.Local(named, Path.GetFileName(named))];

    private static bool IsManifest(string path) => Path.GetExtension(path).ToUpperInvariant() is ".MANIFEST" or ".JSONL";

    /// <summary>Every medium below a folder, by its bytes and name. Hidden files are left out, and folders behind links, which may lead in circles.</summary>
    private static IEnumerable<PeakInput> Below(string folder)
    {
        var files = new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        return files.Order(StringComparer.Ordinal).Where(IsMedium).Select(path => new PeakInput.Local(path, Path.GetRelativePath(folder, path)));
    }

    private static bool IsMedium(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            Span<byte> head = stackalloc byte[MediaType.SniffedBytes];
            return MediaType.Of(head[..RandomAccess.Read(file, head, 0)], path) is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whether it is a medium its name tells as well; that it cannot be read is then said by name.
            return MediaType.Of([], path) is not null;
        }
    }
}
