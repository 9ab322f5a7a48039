using System.Globalization;

namespace LambdaHooks.Cli.Consolidate;

/// <summary>Order of data objects: ids that are line numbers by number, then all others by their letters.</summary>
internal sealed class ObjectOrder : IComparer<string>
{
    public static ObjectOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var byNumber = (NumberOf(x) ?? long.MaxValue).CompareTo(NumberOf(y) ?? long.MaxValue);
        return byNumber != 0 ? byNumber : string.CompareOrdinal(x, y);
    }

    /// <summary>The number an id is; null where it is none or not written the one way, such as <c>007</c>.</summary>
    public static long? NumberOf(string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == id ? number : null;
}
