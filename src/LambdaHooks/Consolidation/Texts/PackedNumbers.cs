namespace LambdaHooks.Consolidation.Texts;

/// <summary>Reads the numbers of <see cref="FoldingData"/> one after the other.</summary>
internal ref struct PackedNumbers(string packed)
{
    private int place;

    /// <summary>The next number, 0 or more.</summary>
    public int Next()
    {
        var (number, shift) = (0, 0);
        while (true)
        {
            var digit = Digit(packed[place++]);
            number |= (digit & 31) << shift;
            if (digit < 32)
            {
                return number;
            }

            shift += 5;
        }
    }

    /// <summary>The next number with its sign.</summary>
    public int NextSigned()
    {
        var number = Next();
        return (number & 1) == 0 ? number / 2 : -(number / 2) - 1;
    }

    private static int Digit(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' => 62,
        _ => 63,
    };
}
