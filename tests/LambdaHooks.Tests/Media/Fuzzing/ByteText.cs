using System.Buffers.Binary;
using System.Text;

namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>Files written field by field, little-endian.</summary>
internal sealed class ByteText
{
    private readonly List<byte> bytes = [];

    public int Length => bytes.Count;

    public ByteText Ascii(string text) => Raw(Encoding.ASCII.GetBytes(text));

    public ByteText U16(int value) => Number(unchecked((ulong)value), 2);

    public ByteText U32(long value) => Number(unchecked((ulong)value), 4);

    public ByteText U64(ulong value) => Number(value, 8);

    public ByteText Raw(params ReadOnlySpan<byte> more)
    {
        bytes.AddRange(more);
        return this;
    }

    /// <summary>A RIFF chunk, padded to an even length; <paramref name="declared"/> is the size it claims, if not the true one.</summary>
    public ByteText Chunk(string name, ReadOnlySpan<byte> body, long? declared = null) =>
        Ascii(name).U32(declared ?? body.Length).Raw(body).Raw(new byte[body.Length % 2]);

    /// <summary>An MP4 box; its length is big-endian and counts itself.</summary>
    public ByteText Box(string name, params ReadOnlySpan<byte> body)
    {
        var length = new byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(length, 8 + body.Length);
        return Raw(length).Ascii(name).Raw(body);
    }

    public byte[] ToArray() => [.. bytes];

    private ByteText Number(ulong value, int width)
    {
        for (var i = 0; i < width; i++)
        {
            bytes.Add(unchecked((byte)(value >> (8 * i))));
        }

        return this;
    }
}
