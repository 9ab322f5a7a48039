namespace LambdaHooks.Media;

/// <summary>What was odd about a file, in one line.</summary>
internal static class WavNotice
{
    /// <summary>What there is, separated by semicolons; null where there is nothing.</summary>
    public static string? Join(params ReadOnlySpan<string?> notices)
    {
        string? joined = null;
        foreach (var notice in notices)
        {
            joined = joined is null ? notice : notice is null ? joined : $"{joined}; {notice}";
        }

        return joined;
    }
}
