using System.Text;
using static LambdaHooks.Media.WaveformRules;

namespace LambdaHooks.Media;

/// <summary>The members of audiowaveform's JSON, each at most once.</summary>
internal sealed class WaveformMembers
{
    public const string Data = "data";

    private const int LongestShown = 40;

    private static readonly string[] Names = ["version", "channels", "sample_rate", "samples_per_pixel", "bits", "length", Data];

    private readonly long?[] values = new long?[Names.Length];

    /// <summary>Begins a member and gives its name.</summary>
    /// <exception cref="InvalidDataException">It is unknown, or comes again.</exception>
    public string Begin(ReadOnlySpan<byte> utf8)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (Ascii.Equals(utf8, Names[i]))
            {
                Require(values[i] is null, $"{Names[i]}: comes twice");
                values[i] = 0;
                return Names[i];
            }
        }

        throw new InvalidDataException($"{Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, LongestShown)])}: is no member of a waveform file");
    }

    public void Set(string name, long value) => values[Array.IndexOf(Names, name)] = value;

    /// <summary>All of them as a head.</summary>
    /// <exception cref="InvalidDataException">One is missing, or has a value that nothing can have.</exception>
    public WaveformHead Head()
    {
        var version = Get("version");
        Require(version is 1 or 2, $"version: {version} is neither 1 nor 2");
        var channels = version == 1 ? values[Array.IndexOf(Names, "channels")] ?? 1 : Get("channels");
        Require(version == 2 || channels == 1, $"channels: {channels} in a file of version 1");
        var bits = Get("bits");
        Require(bits is 8 or 16, $"bits: {bits} is neither 8 nor 16");
        var head = new WaveformHead(Whole("sample_rate", Get("sample_rate")), Whole("samples_per_pixel", Get("samples_per_pixel")), (WaveformBits)bits, Whole("channels", channels), Get("length"));
        Check(head);
        return head;
    }

    private long Get(string name) => values[Array.IndexOf(Names, name)] ?? throw new InvalidDataException($"{name}: is missing");

    public static int Whole(string name, long value) => value is >= int.MinValue and <= int.MaxValue ? (int)value : throw new InvalidDataException($"{name}: {value} is too large");
}
