namespace LambdaHooks.GroundTruth;

/// <summary>How deep brackets nest in a text that is meant to be JSON.</summary>
internal static class JsonDepth
{
    /// <summary>Depth to which JSON is read. Form answers nest a handful of levels; deeper ones are an attack or an accident.</summary>
    public const int Most = 512;

    /// <summary>True where some bracket opens deeper than <see cref="Most"/>.</summary>
    public static bool IsExceeded(ReadOnlySpan<byte> json)
    {
        var brackets = new JsonBrackets(json);
        while (brackets.MoveNext())
        {
            if (brackets.Depth > Most)
            {
                return true;
            }
        }

        return false;
    }
}
