namespace LambdaHooks.Function.Tests.Native;

/// <summary>Copies a folder of sources, without what earlier builds left in it.</summary>
internal static class SourceCopy
{
    private static readonly string[] LeftOut = ["bin", "obj", "node_modules"];

    public static void Make(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(f => !LeftOut.Contains(Path.GetFileName(f))))
        {
            Make(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
