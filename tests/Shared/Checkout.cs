using System.Reflection;

namespace LambdaHooks.Tests.Shared;

/// <summary>Files of the checkout the tests were built from.</summary>
internal static class Checkout
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = typeof(Checkout).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(a => a.Key == "CheckoutRoot").Value!;

    /// <summary>A file or folder below it.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>A file or folder of the data that lies beside a checkout; skips the test, by name, where it does not.</summary>
    public static string SharedData(params string[] parts)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine([Root, "..", "shared", .. parts]));
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"needs shared/{string.Join('/', parts)} beside the checkout");
        return path;
    }
}
