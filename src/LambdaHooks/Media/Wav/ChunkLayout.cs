using System.Text;

namespace LambdaHooks.Media;

/// <summary>How the chunks of a container are laid out: a name and a size, then a body, then padding.</summary>
internal abstract class ChunkLayout
{
    private static readonly string[] KnownNames =
        ["fmt ", "data", "fact", "LIST", "JUNK", "PAD ", "FLLR", "bext", "cue ", "smpl", "inst", "id3 ", "ID3 ", "iXML", "_PMX", "axml", "chna", "PEAK", "cart", "levl", "ds64"];

    /// <summary>Where the first chunk begins.</summary>
    public abstract int First { get; }

    /// <summary>Bytes before a chunk's body.</summary>
    public abstract int HeaderBytes { get; }

    /// <summary>The most bytes that fill up a body; one less than a power of two.</summary>
    public abstract int MostPadding { get; }

    /// <summary>Bytes that follow a body of a size, to fill it up.</summary>
    public int Padding(long size) => (int)(-size & MostPadding);

    /// <summary>Four characters of ASCII; others come as question marks.</summary>
    public static string NameOf(ReadOnlySpan<byte> header) =>
        Encoding.ASCII.GetString(header[..4]) is var name && IsPrintable(header) ? name : string.Concat(name.Select(c => c is < ' ' or > '~' ? '?' : c));

    /// <summary>Bytes of the body as the header claims them; null where it says that they are not known.</summary>
    public abstract ulong? SizeOf(ReadOnlySpan<byte> header);

    /// <summary>Whether a body is followed by a chunk at once, by a writer that forgot to fill it up.</summary>
    /// <param name="after">What follows the body: its padding, and as many bytes as a header has.</param>
    /// <param name="padding">How many bytes should fill it up.</param>
    public static bool ForgotPadding(ReadOnlySpan<byte> after, int padding) => Likeness(after) > Likeness(after[Math.Min(padding, after.Length)..]);

    /// <summary>How much bytes look like a chunk: 0 not at all, 1 they could be one, 2 they have a known name.</summary>
    private static int Likeness(ReadOnlySpan<byte> bytes) =>
        bytes.Length < 4 || !IsPrintable(bytes) ? 0
        : KnownNames.Contains(NameOf(bytes)) ? 2
        : 1;

    private static bool IsPrintable(ReadOnlySpan<byte> name) => !name[..4].ContainsAnyExceptInRange((byte)' ', (byte)'~');
}
