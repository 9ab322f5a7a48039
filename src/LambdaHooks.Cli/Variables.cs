namespace LambdaHooks.Cli;

/// <summary>The environment, read in one place of this program.</summary>
internal static class Variables
{
    /// <summary>A variable; null where it is empty or not set.</summary>
    public static string? Read(string name)
    {
#pragma warning disable RS0030 // A composition root.
        var text = Environment.GetEnvironmentVariable(name);
#pragma warning restore RS0030
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
