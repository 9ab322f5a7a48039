using System.Buffers;

namespace LambdaHooks.GroundTruth;

/// <summary>
/// Walks the brackets, commas and strings of a text that is meant to be JSON, whether or not it is.
/// </summary>
/// <remarks>
/// Follows only strings, escapes and brackets: literals that are not JSON (<c>NaN</c>, bare words) are passed over. A string is one step,
/// and what it holds is never looked into.
/// </remarks>
internal ref struct JsonBrackets(ReadOnlySpan<byte> json)
{
    private static readonly SearchValues<byte> Structural = SearchValues.Create("\"{}[],"u8);
    private static readonly SearchValues<byte> InString = SearchValues.Create("\"\\"u8);

    private readonly ReadOnlySpan<byte> json = json;
    private int next;

    /// <summary>Where the step is.</summary>
    public int At { get; private set; }

    /// <summary>Index after the step: after the closing quote of a string, or the length where it never closes.</summary>
    public readonly int End => next;

    /// <summary>The byte there: a bracket, a comma, or the opening quote of a string.</summary>
    public readonly byte Kind => json[At];

    /// <summary>Brackets open after the step.</summary>
    public int Depth { get; private set; }

    /// <summary>Goes to the next step; false at the end of the text.</summary>
    public bool MoveNext()
    {
        var step = json[next..].IndexOfAny(Structural);
        if (step < 0)
        {
            At = next = json.Length;
            return false;
        }

        At = next + step;
        next = At + 1;
        switch (Kind)
        {
            case (byte)'"':
                next = AfterString(json, next);
                break;
            case (byte)'{' or (byte)'[':
                Depth++;
                break;
            case (byte)'}' or (byte)']':
                Depth--;
                break;
            default:
                break;
        }

        return true;
    }

    /// <summary>Takes back a closing bracket that closes nothing.</summary>
    public void Reopen() => Depth++;

    /// <summary>Index after the closing quote of a string whose first character is at <paramref name="at"/>; the length where it never closes.</summary>
    public static int AfterString(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length)
        {
            var step = json[at..].IndexOfAny(InString);
            if (step < 0)
            {
                return json.Length;
            }

            at += step;
            if (json[at] == (byte)'"')
            {
                return at + 1;
            }

            at += 2;
        }

        return json.Length;
    }
}
