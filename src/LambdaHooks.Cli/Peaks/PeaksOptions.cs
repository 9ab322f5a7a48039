using System.CommandLine;
using LambdaHooks.Media;
using LambdaHooks.Timeline;

namespace LambdaHooks.Cli.Peaks;

/// <summary>The options of <c>peaks</c>, with the names that audiowaveform's users know, and what they make together.</summary>
internal sealed class PeaksOptions
{
    private const int DefaultZoom = 256;
    private const int LeastZoom = 2;

    /// <summary>More than any picture, and few enough to keep finer ones for each while a pipe is read.</summary>
    private const int MostPoints = 1 << 20;

    private readonly Argument<string[]> inputs = new("input")
    {
        Description = "Media files, - for standard input, s3://bucket/key, folders with everything below them, manifests (*.manifest, *.jsonl), or waveforms (*.dat, *.json) to make coarser.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> inputNames = new("--input-filename", "-i") { Description = "The same as naming the input alone." };
    private readonly Option<string?> output = new("--output-filename", "-o") { Description = "A file, - for standard output, a folder or s3://bucket/prefix/. Default: beside each medium." };
    private readonly Option<int?> zoom = Parsed.Whole("--zoom", "-z", LeastZoom, int.MaxValue, $"Samples behind one peak, {LeastZoom} or more. Default: {DefaultZoom}.");
    private readonly Option<int?> perSecond = Parsed.Whole("--pixels-per-second", null, 1, int.MaxValue, "Peaks a second instead; the samples behind one are a whole number, cut.");
    private readonly Option<int?> width = Parsed.Whole("--width", "-w", 1, MostPoints, "Exactly so many peaks instead, spread evenly over the medium or the part of it.");
    private readonly Option<int?> bits = Parsed.Whole("--bits", "-b", 8, 16, "8 or 16 bits a value. Default: 16.");
    private readonly Option<bool> split = new("--split-channels") { Description = "A row of peaks for each channel, at most 24, instead of their mix." };
    private readonly Option<IReadOnlyList<int>?> channels = Parsed.Channels("--channels", "A row of peaks for each of these channels, from 0, such as 0,2.");
    private readonly Option<MediaTime?> start = Parsed.Seconds("--start", "-s", "Second at which the peaks begin; what is before is left out.");
    private readonly Option<MediaTime?> end = Parsed.Seconds("--end", "-e", "Second before which they end; what is after is left out.");
    private readonly Option<Amplitude?> amplitude = Parsed.Amplitude("--amplitude-scale", "Multiplies the peaks; auto fills the full scale.");
    private readonly Option<string?> inputFormat = new("--input-format") { Description = "What media are where their bytes do not tell: an ending such as mp3, dat or json for waveforms, or raw for samples without a header." };
    private readonly Option<PeakFormat?> outputFormat = Parsed.Named("--output-format", PeakFormats.Names, PeakFormats.Named, "By default, what the output's ending says, else dat. levels: the peaks of the hooks' own page, which take no other settings.");
    private readonly Option<int?> rawRate = Parsed.Whole("--raw-samplerate", null, 1, int.MaxValue, "Samples a second of raw input.");
    private readonly Option<int?> rawChannels = Parsed.Whole("--raw-channels", null, 1, ushort.MaxValue, "Channels of raw input.");
    private readonly Option<SampleFormat?> rawFormat = Parsed.Named("--raw-format", RawSound.FormatNames, RawSound.FormatNamed, "How a sample of raw input is stored. Default: s16le.");
    private readonly Option<int?> jobs = Parsed.Whole("--jobs", null, 1, 1024, "Media at once. Default: as many as there are processors.");
    private readonly Option<bool> force = new("--force") { Description = "Make peaks again that are there. Needed where earlier ones had another part, other channels or another amplitude scale, which the files do not show." };
    private readonly Option<string[]> buckets = new("--bucket") { Description = "bucket=folder: a folder that stands for a bucket of a manifest or of s3://; may be given again.", DefaultValueFactory = _ => [] };
    private readonly Option<bool> loudness = new("--loudness") { Description = "Also tell the integrated loudness (EBU R 128) of each medium, or of the part of it; makes peaks again that are there." };
    private readonly Option<string?> ffmpeg = new("--ffmpeg") { Description = "The ffmpeg that decodes what is not WAV. Default: FFMPEG_PATH, else the first one found." };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Say only what went wrong." };

    public void AddTo(Command command)
    {
        inputs.Validators.Add(named =>
        {
            foreach (var token in named.Tokens.Where(t => t.Value.StartsWith('-') && t.Value != PeakRequest.Dash))
            {
                named.AddError($"Unknown option {token.Value}.");
            }
        });
        command.Arguments.Add(inputs);
        foreach (var option in (Option[])[inputNames, output, zoom, perSecond, width, bits, split, channels, start, end, amplitude, inputFormat, outputFormat, rawRate, rawChannels, rawFormat, loudness, ffmpeg, jobs, force, buckets, quiet])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="UsageException">It makes no sense together.</exception>
    public PeakRequest Read(ParseResult given)
    {
        string[] named = [.. given.GetValue(inputNames) ?? [], .. given.GetValue(inputs) ?? []];
        Require(named.Length > 0, "No medium was named.");
        var format = given.GetValue(inputFormat);
        return new PeakRequest(named, given.GetValue(output), Settings(given))
        {
            InputFormat = format,
            Raw = Raw(given, format == "raw"),
            Buckets = given.GetValue(buckets) ?? [],
            Jobs = given.GetValue(jobs) ?? Environment.ProcessorCount,
            Force = given.GetValue(force),
            Quiet = given.GetValue(quiet),
        };
    }

    private PeakSettings Settings(ParseResult given)
    {
        var (from, to) = (given.GetValue(start), given.GetValue(end));
        Require(to is null || (from ?? MediaTime.Zero) < to, "--end must be after --start.");
        var format = Format(given);
        Option[] shaping = [zoom, perSecond, width, bits, split, channels, start, end, amplitude];
        Require(format != PeakFormat.Levels || !shaping.Any(o => IsGiven(given, o)), "--output-format levels takes no other settings of peaks: its levels are fixed.");
        return new PeakSettings(new PeakOptions(Scale(given)) { Channels = Channels(given), Start = from ?? MediaTime.Zero, End = to }, format)
        {
            Bits = given.GetValue(bits) switch
            {
                null => null,
                8 => WaveformBits.Eight,
                16 => WaveformBits.Sixteen,
                var odd => throw new UsageException($"--bits: {odd} is neither 8 nor 16."),
            },
            ScaleGiven = IsGiven(given, zoom) || IsGiven(given, perSecond) || IsGiven(given, width),
            Amplitude = given.GetValue(amplitude),
            Ffmpeg = given.GetValue(ffmpeg),
            MeasureLoudness = given.GetValue(loudness),
        };
    }

    private PeakFormat Format(ParseResult given)
    {
        if (given.GetValue(outputFormat) is { } named)
        {
            return named;
        }

        var path = given.GetValue(output);
        return path is null or PeakRequest.Dash || path.EndsWith('/') || Directory.Exists(path) ? PeakFormat.Dat
            : PeakFormats.OfPath(path) ?? throw new UsageException($"-o {path}: its ending is that of no format; name one with --output-format: {PeakFormats.Names}.");
    }

    private PeakScale Scale(ParseResult given)
    {
        var (each, rate, points) = (given.GetValue(zoom), given.GetValue(perSecond), given.GetValue(width));
        Require(new[] { each, rate, points }.Count(s => s is not null) <= 1, "--zoom, --pixels-per-second and --width exclude one another.");
        return rate is { } peaks ? new PeakScale.PerSecond(peaks)
            : points is { } count ? new PeakScale.Points(count)
            : new PeakScale.SamplesPerPeak(each ?? DefaultZoom);
    }

    private ChannelChoice Channels(ParseResult given)
    {
        var chosen = given.GetValue(channels);
        Require(chosen is null || !given.GetValue(split), "--split-channels and --channels exclude each other.");
        return chosen is not null ? new ChannelChoice.Only(chosen) : given.GetValue(split) ? ChannelChoice.Split : ChannelChoice.Mix;
    }

    private RawSound? Raw(ParseResult given, bool isRaw)
    {
        var (rate, count) = (given.GetValue(rawRate), given.GetValue(rawChannels));
        if (!isRaw)
        {
            Require(rate is null && count is null && given.GetValue(rawFormat) is null, "--raw-samplerate, --raw-channels and --raw-format are for --input-format raw.");
            return null;
        }

        Require(rate is not null && count is not null, "--input-format raw needs --raw-samplerate and --raw-channels.");
        return new RawSound(rate!.Value, count!.Value, given.GetValue(rawFormat) ?? SampleFormat.Pcm16);
    }

    private static bool IsGiven(ParseResult given, Option option) => given.GetResult(option) is { Implicit: false };

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new UsageException(otherwise);
        }
    }
}
