namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>One damaged file; the same number makes the same one anywhere.</summary>
/// <param name="Seed">The number.</param>
/// <param name="Bytes">At most 64 KB.</param>
/// <param name="Length">What the source says it holds; more than the bytes in one case of sixteen.</param>
/// <param name="Sparse">True where zeros follow the bytes up to the length, false where nothing does, as of a file that shrank.</param>
/// <param name="Name">What it is called.</param>
internal sealed record FuzzCase(int Seed, byte[] Bytes, long Length, bool Sparse, string Name)
{
    private static readonly string[] FileNames = ["a.wav", "a.mp3", "a.m4a", "a", "", "a.txt", ".wav", "a.WAV.", "\ud800.mkv"];
    private static readonly long[] Claims = [1, 4096, 1 << 20, 1L << 31, (1L << 32) + 44, 5L << 40];

    public static FuzzCase Of(int seed)
    {
        var random = new Random(seed);
        var bytes = new FuzzMutator(random).Next();
        var claim = random.Next(16) == 0 ? Claims[random.Next(Claims.Length)] : 0;
        return new FuzzCase(seed, bytes, bytes.Length + claim, random.Next(2) == 0, FileNames[random.Next(FileNames.Length)]);
    }

    public FuzzSource Open() => new(this);

    public override string ToString() => $"case {Seed} ({Bytes.Length} bytes of {Length}{(Sparse ? ", sparse" : "")}, named '{Name}': {Convert.ToHexString(Bytes.AsSpan(0, Math.Min(48, Bytes.Length)))}…)";
}
