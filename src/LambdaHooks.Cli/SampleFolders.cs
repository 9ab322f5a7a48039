namespace LambdaHooks.Cli;

/// <summary>Finds the folders that ship with the project.</summary>
internal static class SampleFolders
{
    /// <summary>A folder of that name here or in a folder above; null where there is none.</summary>
    public static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, name);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
