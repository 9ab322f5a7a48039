using System.Runtime.InteropServices;

namespace LambdaHooks.Consolidation.Labels;

/// <summary>Numbers for names as they come, and then in ordinal order.</summary>
internal sealed class NumberedNames
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>The number of a name; the next one for a new name.</summary>
    public int NumberOf(string name)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, name, out var isKnown);
        return number = isKnown ? number : numbers.Count - 1;
    }

    /// <summary>The names in order, and the place of each number among them.</summary>
    public (string[] Names, int[] Places) InOrder()
    {
        string[] names = [.. numbers.Keys.Order(StringComparer.Ordinal)];
        var places = new int[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            places[numbers[names[i]]] = i;
        }

        return (names, places);
    }
}
