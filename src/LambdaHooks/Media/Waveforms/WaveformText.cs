using System.Buffers.Text;

namespace LambdaHooks.Media;

/// <summary>The little of JSON that waveform files are made of: names, whole numbers and one list of them.</summary>
internal ref struct WaveformText(ReadOnlySpan<byte> utf8)
{
    private readonly ReadOnlySpan<byte> text = utf8;
    private int at;

    /// <summary>The next character that is no white space; 0 at the end.</summary>
    public char Next
    {
        get
        {
            while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                at++;
            }

            return at < text.Length ? (char)text[at] : '\0';
        }
    }

    public bool TryTake(char wanted)
    {
        if (Next != wanted || at == text.Length)
        {
            return false;
        }

        at++;
        return true;
    }

    public void Take(char wanted)
    {
        if (!TryTake(wanted))
        {
            throw new InvalidDataException(at == text.Length ? $"text: it ends where {wanted} must follow" : $"text: byte {at} is not {wanted}");
        }
    }

    public void End()
    {
        if (Next != '\0' || at < text.Length)
        {
            throw new InvalidDataException($"text: it goes on after its end, at byte {at}");
        }
    }

    /// <summary>The name of a member and its colon. Names with an escape are none of ours, and found unknown.</summary>
    public ReadOnlySpan<byte> Name()
    {
        Take('"');
        var length = text[at..].IndexOf((byte)'"');
        if (length < 0)
        {
            throw new InvalidDataException("text: it ends within a name");
        }

        var name = text.Slice(at, length);
        at += length + 1;
        Take(':');
        return name;
    }

    /// <summary>A whole number as JSON writes it: no plus sign, no zeros in front, no fraction.</summary>
    public long Number(string name)
    {
        var next = Next;
        if ((next == '-' || char.IsAsciiDigit(next)) && Utf8Parser.TryParse(text[at..], out long value, out var length) && IsPlain(length))
        {
            at += length;
            return value;
        }

        throw new InvalidDataException($"{name}: it is no whole number, at byte {at}");
    }

    /// <summary>A list of 16-bit numbers.</summary>
    public short[] Values()
    {
        Take('[');
        var values = new short[1024];
        var count = 0;
        if (!TryTake(']'))
        {
            do
            {
                if (count == values.Length)
                {
                    Array.Resize(ref values, 2 * count);
                }

                values[count] = Value(count);
                count++;
            }
            while (TryTake(','));
            Take(']');
        }

        Array.Resize(ref values, count);
        return values;
    }

    private short Value(int index)
    {
        var next = Next;
        if ((next == '-' || char.IsAsciiDigit(next)) && Utf8Parser.TryParse(text[at..], out short value, out var length) && IsPlain(length))
        {
            at += length;
            return value;
        }

        throw new InvalidDataException($"data[{index}]: it is no 16-bit whole number, at byte {at}");
    }

    private readonly bool IsPlain(int length)
    {
        var number = text.Slice(at, length);
        var digits = number[0] == (byte)'-' ? number[1..] : number;
        var ended = at + length == text.Length || text[at + length] is (byte)',' or (byte)']' or (byte)'}' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
        return ended && !digits.IsEmpty && (digits.Length == 1 || digits[0] != (byte)'0');
    }
}
