namespace LambdaHooks.Media;

/// <summary>How the bytes of a medium are fetched while they are scanned.</summary>
/// <param name="Workers">Reads under way at a time, each scanned by whoever read it; 1 or more.</param>
/// <param name="BlockBytes">Bytes of one read, about; each worker holds one block. 4,096 or more.</param>
public sealed record ScanPlan(int Workers, int BlockBytes)
{
    /// <summary>A file on this machine, with one core.</summary>
    public static readonly ScanPlan OneCore = new(1, 256 * 1024);

    /// <summary>A file on this machine, with two cores where there are two: a third would only wait for memory.</summary>
    public static readonly ScanPlan Local = OneCore with { Workers = 2 };

    /// <summary>An object in a store across a network: a few large ranges at a time.</summary>
    public static readonly ScanPlan Remote = new(6, 8 << 20);
}
