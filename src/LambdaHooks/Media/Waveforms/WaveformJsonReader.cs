using static LambdaHooks.Media.WaveformRules;

namespace LambdaHooks.Media;

/// <summary>
/// Reads audiowaveform's JSON: one flat object of known members with whole numbers, in any order and with any white space, so that a file which
/// another program has laid out anew is still read. Version 1 knows no <c>channels</c>.
/// </summary>
public static class WaveformJsonReader
{
    /// <summary>Bytes from the start of a file that hold its head where <c>data</c> comes last, as it does in files made here.</summary>
    public const int HeadBytes = 256;

    /// <summary>True where the first character is a brace.</summary>
    /// <param name="start">The file's first bytes.</param>
    public static bool IsJson(ReadOnlySpan<byte> start) => new WaveformText(start).Next == '{';

    /// <summary>Reads a whole file.</summary>
    /// <param name="file">All of it.</param>
    /// <exception cref="InvalidDataException">Not such a file, cut short, or at odds with itself; the message names the member.</exception>
    public static Waveform Read(ReadOnlySpan<byte> file)
    {
        var text = new WaveformText(file);
        var members = new WaveformMembers();
        short[]? data = null;
        text.Take('{');
        do
        {
            var name = members.Begin(text.Name());
            if (name == WaveformMembers.Data)
            {
                data = text.Values();
            }
            else
            {
                members.Set(name, text.Number(name));
            }
        }
        while (text.TryTake(','));
        text.Take('}');
        text.End();
        return Of(members.Head(), data);
    }

    /// <summary>Reads the members that stand before <c>data</c>, which must be all others.</summary>
    /// <param name="start">The file's first <see cref="HeadBytes"/>, or all of a shorter one.</param>
    /// <exception cref="InvalidDataException">Not such a file, or at odds with itself; the message names the member.</exception>
    public static WaveformHead ReadHead(ReadOnlySpan<byte> start)
    {
        var text = new WaveformText(start);
        var members = new WaveformMembers();
        text.Take('{');
        while (members.Begin(text.Name()) is var name && name != WaveformMembers.Data)
        {
            members.Set(name, text.Number(name));
            text.Take(',');
        }

        return members.Head();
    }

    private static Waveform Of(WaveformHead head, short[]? data)
    {
        Require(data is not null, $"{WaveformMembers.Data}: is missing");
        Require(data!.Length == head.Values, $"length: {head.Length} peaks of {head.Rows} channels are {head.Values} values, and data has {data.Length}");
        if (head.Bits == WaveformBits.Eight)
        {
            Lengthen(data);
        }

        return new Waveform(head.SampleRate, head.SamplesPerPixel, head.Rows, head.Bits, data);
    }

    private static void Lengthen(short[] data)
    {
        for (var i = 0; i < data.Length; i++)
        {
            Require(data[i] is >= sbyte.MinValue and <= sbyte.MaxValue, $"{WaveformMembers.Data}[{i}]: {data[i]} has more than 8 bits");
            data[i] *= 256;
        }
    }
}
