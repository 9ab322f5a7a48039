using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Folders;

/// <summary>
/// Which folders stand for which buckets. A bucket has one folder that is written, and may have further ones that are only read where the
/// first has no such object.
/// </summary>
/// <remarks>
/// Keys become paths below the folder. What file systems refuse or use themselves (<c>% : * ? " &lt; &gt; | \</c>, control characters, and a
/// dot or a space at the end of a name) is written as <c>%XX</c>, so any key has exactly one path and none leads outside.
/// </remarks>
public sealed class BucketFolders
{
    private const string Refused = "%:*?\"<>|\\";

    private readonly Dictionary<string, string[]> folders = new(StringComparer.Ordinal);

    /// <summary>Adds a bucket.</summary>
    /// <param name="bucket">Its name.</param>
    /// <param name="written">Folder that is written and read first; made when something is written.</param>
    /// <param name="readOnly">Folders that are read where the first has no such object.</param>
    public BucketFolders Add(string bucket, string written, params string[] readOnly)
    {
        folders[bucket] = [Path.GetFullPath(written), .. readOnly.Select(Path.GetFullPath)];
        return this;
    }

    /// <summary>Reads a mapping such as <c>media=samplemanifests/media;output=out/labels|events/labels</c>.</summary>
    /// <param name="text">Buckets divided by <c>;</c>, each <c>name=folder</c>, further read-only folders after <c>|</c>.</param>
    /// <param name="source">Where the text came from, for the message.</param>
    /// <exception cref="HookException">The text is no such mapping; the message names the source.</exception>
    public static BucketFolders Parse(string text, string source)
    {
        var mapping = new BucketFolders();
        foreach (var entry in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = entry.Split('=', 2, StringSplitOptions.TrimEntries);
            var paths = parts[^1].Split('|', StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !ObjectUri.IsBucket(parts[0]) || paths.Contains(""))
            {
                throw new HookException(source, $"'{entry}' is not bucket=folder");
            }

            _ = mapping.Add(parts[0], paths[0], paths[1..]);
        }

        return mapping;
    }

    /// <summary>Names of the buckets.</summary>
    public IReadOnlyCollection<string> Buckets => folders.Keys;

    /// <summary>The file to write an object to; null where there is no such bucket.</summary>
    public string? PathToWrite(ObjectUri uri) => folders.TryGetValue(uri.Bucket, out var roots) ? PathUnder(roots[0], uri.Key) : null;

    /// <summary>The file an object is read from; null where there is no such bucket or object.</summary>
    public string? PathToRead(ObjectUri uri) =>
        folders.TryGetValue(uri.Bucket, out var roots) ? roots.Select(r => PathUnder(r, uri.Key)).FirstOrDefault(File.Exists) : null;

    private static string PathUnder(string root, string key) => Path.Combine([root, .. key.Split('/').Select(EncodeName)]);

    private static string EncodeName(string name)
    {
        if (name.Length == 0)
        {
            return "%";
        }

        if (!IsRefused(name[^1], last: true) && !name.Any(c => IsRefused(c, last: false)))
        {
            return name;
        }

        var encoded = string.Concat(name.Select((c, i) => IsRefused(c, i == name.Length - 1) ? $"%{(int)c:X2}" : c.ToString()));
        return encoded;
    }

    private static bool IsRefused(char c, bool last) => c < ' ' || Refused.Contains(c) || (last && c is '.' or ' ');
}
