namespace LambdaHooks.GroundTruth;

/// <summary>How deep brackets nest in a text that is meant to be JSON.</summary>
internal static class JsonDepth
{
    /// <summary>Depth to which JSON is read. Form answers nest a handful of levels; deeper ones are an attack or an accident.</summary>
    public const int Most = 512;

    /// <summary>True where some bracket opens deeper than <see cref="Most"/>.</summary>
    public static bool IsExceeded(ReadOnlySpan<byte> json)
    {
        var depth = 0;
        for (var at = 0; at < json.Length && depth <= Most; at++)
        {
            switch (json[at])
            {
                case (byte)'"':
                    at = JsonArraySplitter.AfterString(json, at + 1) - 1;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']':
                    depth--;
                    break;
                default:
                    break;
            }
        }

        return depth > Most;
    }
}
