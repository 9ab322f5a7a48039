namespace LambdaHooks.Interop.Tests.Loopback;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">Its verb.</param>
/// <param name="Target">Path and query, still encoded.</param>
/// <param name="Headers">Its headers; names in any casing.</param>
/// <param name="Body">Its body.</param>
internal sealed record SeenRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>A header's value, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
