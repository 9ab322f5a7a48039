using System.Buffers.Binary;

namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>Damages files: some of their fields become odd numbers, parts are lost, repeated, or come from another file.</summary>
internal sealed class FuzzMutator(Random random)
{
    private const int MostBytes = 64 * 1024;
    private const int Head = 128;

    private static readonly ulong[] OddNumbers =
    [
        0, 1, 2, 3, 4, 8, 12, 16, 24, 25, 32, 64, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF, 0x1_0000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF,
        0x1_0000_0000, 0x1_0000_0002, 0x7FFF_FFFF_FFFF_FFFF, 0x8000_0000_0000_0000, 0xFFFF_FFFF_FFFF_FFF8, 0xFFFF_FFFF_FFFF_FFFF,
    ];

    private static readonly string[] Names = ["RIFF", "RF64", "BW64", "WAVE", "ds64", "fmt ", "data", "LIST", "fact", "JUNK", "riff", "LHPE", "ftyp", "moov", "\"da\"", "1e99"];

    /// <summary>A file that was right once.</summary>
    public byte[] Next()
    {
        var file = new List<byte>(Seed());
        for (var turn = random.Next(6); turn >= 0; turn--)
        {
            Damage(file);
        }

        return [.. file.Take(MostBytes)];
    }

    private void Damage(List<byte> file)
    {
        switch (random.Next(10))
        {
            case 0 or 1 or 2:
                Overwrite(file, OddNumber());
                break;
            case 3:
                Overwrite(file, System.Text.Encoding.ASCII.GetBytes(Names[random.Next(Names.Length)]));
                break;
            case 4:
                Overwrite(file, [(byte)random.Next(256)]);
                break;
            case 5:
                Flip(file);
                break;
            case 6:
                Lose(file);
                break;
            case 7:
                Repeat(file);
                break;
            case 8:
                Splice(file);
                break;
            default:
                file.AddRange(new byte[random.Next(random.Next(8) == 0 ? MostBytes : 256)]);
                break;
        }
    }

    private byte[] Seed() => FuzzSeeds.All[random.Next(FuzzSeeds.All.Count)];

    private byte[] OddNumber()
    {
        var number = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(number, OddNumbers[random.Next(OddNumbers.Length)]);
        var width = 1 << random.Next(4);
        Array.Reverse(number, 0, random.Next(8) == 0 ? width : 0);
        return number[..width];
    }

    private void Overwrite(List<byte> file, byte[] with)
    {
        // Fields lie at even places.
        var at = random.Next(4) == 0 ? Place(file) : Place(file) & ~1;
        for (var i = 0; i < with.Length && at + i < file.Count; i++)
        {
            file[at + i] = with[i];
        }
    }

    private void Flip(List<byte> file)
    {
        if (Place(file) is var at && at < file.Count)
        {
            file[at] = (byte)(file[at] ^ (1 << random.Next(8)));
        }
    }

    private void Lose(List<byte> file)
    {
        var at = Place(file);
        file.RemoveRange(at, random.Next(3) == 0 ? file.Count - at : Math.Min(random.Next(32), file.Count - at));
    }

    private void Repeat(List<byte> file)
    {
        var at = Place(file);
        byte[] part = [.. file.Skip(at).Take(random.Next(64))];
        var times = random.Next(4) == 0 ? random.Next(1000) : 1;
        file.InsertRange(at, Enumerable.Repeat(part, Math.Min(times, MostBytes / Math.Max(1, part.Length))).SelectMany(p => p));
    }

    private void Splice(List<byte> file)
    {
        var other = Seed();
        var at = Place(file);
        file.RemoveRange(at, file.Count - at);
        file.AddRange(other.AsSpan(random.Next(other.Length + 1)));
    }

    /// <summary>Mostly in the head, where the meaning is.</summary>
    private int Place(List<byte> file) => random.Next(random.Next(4) == 0 ? file.Count + 1 : Math.Min(file.Count, Head) + 1);
}
