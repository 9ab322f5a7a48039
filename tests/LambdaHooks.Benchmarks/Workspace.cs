using System.Reflection;

namespace LambdaHooks.Benchmarks;

/// <summary>The checkout that is measured, and a folder for everything that is made on the way; it goes with the process.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lambdahooks-benchmarks-").FullName;
    private int folders;

    /// <summary>A file or folder of the checkout.</summary>
    public static string Checkout(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A path in the folder; nothing is made there.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>A folder of its own. Nothing is deleted while something is measured: file systems are busy with that long after.</summary>
    public string NewFolder() => Directory.CreateDirectory(PathOf($"{++folders}")).FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Root { get; } = typeof(Workspace).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(a => a.Key == "CheckoutRoot").Value!;
}
