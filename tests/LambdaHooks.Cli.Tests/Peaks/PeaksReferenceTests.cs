using System.Globalization;
using System.Runtime.InteropServices;
using LambdaHooks.Media;

namespace LambdaHooks.Cli.Tests.Peaks;

/// <summary>Whole files, byte for byte: those that audiowaveform wrote of the same samples, and those its arithmetic would give of any.</summary>
public sealed class PeaksReferenceTests : IDisposable
{
    private const int Frames = 5003;
    private const string MonoHead = "4 --bits ";

    private static readonly short[] Stereo = [-1, 0, -3, 0, 3, 0, 1, 0, 32767, 32767, -32768, -32768, 20000, -20000, -20000, 20000, 7, 8];

    private static readonly float[] Floats =
        [1, -1, 0.5f, -0.5f, 0.99999f, -0.99999f, 1 / 65534f, -1 / 65534f, 1.5f, 0, -1.5f, 0, 2.5f, 0, float.NaN, 0, float.PositiveInfinity, float.NegativeInfinity];

    private static readonly int[] Zooms = [2, 3, 256, 257, 1000];

    private readonly PeaksHere here = new();

    /// <summary>What audiowaveform wrote, <c>.dat</c> in hexadecimal.</summary>
    public static TheoryData<bool, string, string> Dumps => new()
    {
        { false, MonoHead + "8 x.dat", "0100000001000000401f000004000000030000000001807f0000" },
        { false, MonoHead + "16 x.dat", "0100000000000000401f0000040000000300000001ff00010080ff7ff9ff0500" },
        { false, MonoHead + "8 x.json", """{"version":2,"channels":1,"sample_rate":8000,"samples_per_pixel":4,"bits":8,"length":3,"data":[0,1,-128,127,0,0]}""" },
        { false, MonoHead + "16 x.json", """{"version":2,"channels":1,"sample_rate":8000,"samples_per_pixel":4,"bits":16,"length":3,"data":[-255,256,-32768,32767,-7,5]}""" },
        { true, "2 --bits 16 x.json", """{"version":2,"channels":1,"sample_rate":8000,"samples_per_pixel":2,"bits":16,"length":5,"data":[-1,0,0,1,-32768,32767,0,0,7,7]}""" },
        { true, "2 --bits 16 x.dat", "0100000000000000401f00000200000005000000ffff0000000001000080ff7f0000000007000700" },
        { true, "2 --bits 8 x.dat --split-channels", "0200000001000000401f0000020000000500000002000000" + "0000000000000000807f807fb24eb24e00000000" },
        {
            true, "2 --bits 16 x.json --split-channels",
            """{"version":2,"channels":2,"sample_rate":8000,"samples_per_pixel":2,"bits":16,"length":5,"data":[-3,-1,0,0,1,3,0,0,-32768,32767,-32768,32767,-20000,20000,-20000,20000,7,7,8,8]}"""
        },
    };

    public static TheoryData<SampleFormat, int> Sounds => new MatrixTheoryData<SampleFormat, int>(Enum.GetValues<SampleFormat>(), [1, 2, 3, 6, 8]);

    [Theory]
    [MemberData(nameof(Dumps))]
    public async Task FilesAreThoseThatAudiowaveformWrote(bool stereo, string settings, string expected)
    {
        var (zoom, bits, name, split) = settings.Split(' ') switch { var s => (s[0], s[2], s[3], s[4..]) };
        var wav = here.Put("x.wav", stereo ? Wav.Of(Stereo, channels: 2) : Wav.Of(Wav.Ten));

        await here.MakeAsync(1, 0, [wav, "-z", zoom, "-b", bits, "-o", here.Below(name), .. split]);

        Assert.Equal(expected, name == "x.dat" ? Convert.ToHexStringLower(Made(name)) : File.ReadAllText(here.Below(name)).TrimEnd('\n'));
    }

    /// <summary>
    /// Of floats within full scale the values are audiowaveform's. Beyond it audiowaveform wraps, or makes nothing of them: 1.5 becomes
    /// -16,386 there, and the largest value here.
    /// </summary>
    [Fact]
    public async Task FloatsWithinFullScaleAreAudiowaveformsAndOthersAreTheLargest()
    {
        int[] audiowaveform = [-32767, 32767, -16383, 16383, -32766, 32766, 0, 0];
        int[] clamped = [0, 32767, -32767, 0, 0, 32767, 0, 0, -32767, 32767];
        var expected = new WaveformOracle(Wav.SampleRate, 2, 16, 1, [.. audiowaveform, .. clamped]);
        var wav = here.Put("x.wav", Wav.Of(MemoryMarshal.AsBytes(Floats.AsSpan()).ToArray(), tag: 3, channels: 1, bits: 32));

        await here.MakeAsync(1, 0, wav, "-z", "2");

        Assert.Equal(expected.ToDat(), Made("x.dat"));
    }

    [Theory]
    [MemberData(nameof(Sounds))]
    public async Task FilesOfEverySoundFollowItsArithmetic(SampleFormat format, int channels)
    {
        var sound = new StoredSound(format, channels, Frames);
        var wav = here.Put("x.wav", sound.ToWav());
        foreach (var split in (bool[])[false, true])
        {
            var rows = sound.Rows(split);
            foreach (var (zoom, bits) in Zooms.SelectMany(z => new[] { (z, 8), (z, 16) }))
            {
                var expected = WaveformOracle.Of(rows, Wav.SampleRate, zoom, bits);
                string[] settings = ["-z", Text(zoom), "-b", Text(bits), "--force", .. split ? ["--split-channels"] : Array.Empty<string>()];

                await here.MakeAsync(1, 0, [wav, "-o", here.Below("x.dat"), .. settings]);
                await here.MakeAsync(1, 0, [wav, "-o", here.Below("x.json"), .. settings]);

                Assert.Equal(expected.ToDat(), Made("x.dat"));
                Assert.Equal(expected.ToJson(), File.ReadAllText(here.Below("x.json")));
            }
        }
    }

    [Theory]
    [InlineData("--zoom", "100")]
    [InlineData("--width", "777")]
    [InlineData("--pixels-per-second", "30", "--split-channels")]
    [InlineData("--bits", "8", "--output-format", "json")]
    [InlineData("--start", "0.1", "--end", "0.5", "--output-format", "wavesurfer")]
    [InlineData("--output-format", "levels")]
    public async Task AFileAPipeAndAStoreGiveTheSameBytes(params string[] settings)
    {
        here.Input = new StoredSound(SampleFormat.Pcm24, 2, Frames).ToWav();
        var wav = here.Put("media/x.wav", here.Input);

        await here.MakeAsync(1, 0, [wav, "-o", here.Below("of-file"), .. Named(settings)]);
        await here.MakeAsync(1, 0, ["-", "-o", here.Below("of-pipe"), .. Named(settings)]);
        await here.MakeAsync(1, 0, ["s3://my-media/x.wav", "--bucket", $"my-media={here.Below("media")}", "-o", here.Below("of-store"), .. Named(settings)]);

        Assert.Equal(Made("of-file"), Made("of-pipe"));
        Assert.Equal(Made("of-file"), Made("of-store"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(Frames - 1)]
    [InlineData(Frames)]
    public async Task ANumberOfPointsIsGivenExactly(int points)
    {
        var sound = new StoredSound(SampleFormat.Pcm16, 2, Frames);
        here.Input = sound.ToWav();

        await here.MakeAsync(1, 0, here.Put("x.wav", here.Input), "-w", Text(points));
        await here.MakeAsync(1, 0, "-", "-o", here.Below("piped.dat"), "-w", Text(points));

        var stretches = Enumerable.Range(0, points).Select(i => (int)((long)Frames * i / points)..(int)((long)Frames * (i + 1) / points));
        Assert.Equal(WaveformOracle.PairsOf(sound.Rows(split: false), stretches), here.Waveform("x.dat").Data.ToArray().Select(v => (int)v));
        Assert.Equal(points, here.Waveform("x.dat").Length);
        Assert.Equal(Made("x.dat"), Made("piped.dat"));
    }

    /// <summary>8,000 frames a second over 7 are 1,142 and a part, which is cut.</summary>
    [Fact]
    public async Task PeaksASecondAreCutToWholeFrames()
    {
        var sound = new StoredSound(SampleFormat.Pcm16, 1, Frames);

        await here.MakeAsync(1, 0, here.Put("x.wav", sound.ToWav()), "--pixels-per-second", "7");

        Assert.Equal(WaveformOracle.Of(sound.Rows(split: false), Wav.SampleRate, 1142, 16).ToDat(), Made("x.dat"));
    }

    [Theory]
    [InlineData("0.125", "0.5", 1000, 4000)]
    [InlineData("0", "0.00025", 0, 2)]
    [InlineData("0.6", "100", 4800, Frames)]
    public async Task APartIsThatOfItsFramesAlone(string start, string end, int first, int after)
    {
        var sound = new StoredSound(SampleFormat.Pcm16, 2, Frames);

        await here.MakeAsync(1, 0, here.Put("x.wav", sound.ToWav()), "-s", start, "-e", end, "-z", "100", "--split-channels");

        short[][] part = [.. sound.Rows(split: true).Select(r => r[first..after])];
        Assert.Equal(WaveformOracle.Of(part, Wav.SampleRate, 100, 16).ToDat(), Made("x.dat"));
    }

    [Theory]
    [InlineData("x.dat")]
    [InlineData("x.levels", "--output-format", "levels")]
    public async Task LoudnessIsToldAsItIsMeasured(string name, params string[] settings)
    {
        short[] samples = [.. Enumerable.Range(0, 2 * 20_000).Select(i => (short)(9000 * Math.Sin(i / 2 * 2 * Math.PI * 1000 / Wav.SampleRate)))];
        var loudness = new Loudness();
        loudness.Begin(Wav.SampleRate, 2);
        loudness.Add(samples);
        var expected = string.Create(CultureInfo.InvariantCulture, $"x.wav: {loudness.Integrated():0.0} LUFS");

        var (exitCode, lines) = await here.RunAsync([here.Put("x.wav", Wav.Of(samples, channels: 2)), "--loudness", "-o", here.Below(name), .. settings]);

        Assert.Equal([expected, "1 made, 0 kept, 0 failed"], lines);
        Assert.Equal(0, exitCode);
        Assert.InRange(loudness.Integrated()!.Value, -15, -8);
    }

    public void Dispose() => here.Dispose();

    private static string[] Named(string[] settings) => settings.Contains("--output-format") ? settings : [.. settings, "--output-format", "dat"];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private byte[] Made(string name) => File.ReadAllBytes(here.Below(name));
}
