using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>Makes the peaks of one medium into one file.</summary>
/// <param name="tools">What scans and decodes.</param>
/// <param name="settings">Which peaks.</param>
internal sealed class PeakMaking(PeakTools tools, PeakSettings settings)
{
    /// <summary>Most channels that are split, as in audiowaveform.</summary>
    private const int MostSplit = 24;

    /// <summary>One for all media, so that its program is looked for once.</summary>
    private readonly Lazy<IMediaDecoder> decoder = new(() => tools.Decoder(settings.Ffmpeg));

    /// <summary>Makes them.</summary>
    /// <param name="medium">Of what.</param>
    /// <param name="file">Where they are written.</param>
    /// <param name="plan">How bytes are fetched.</param>
    /// <param name="progress">Hears how much is done, 0 to 1.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="MediumException">The medium cannot be used.</exception>
    public async Task<PeakOutcome.Made> MakeAsync(Medium medium, Stream file, ScanPlan plan, Action<double> progress, CancellationToken cancel)
    {
        var loudness = settings.MeasureLoudness && medium is not Medium.Peaks ? new Loudness() : null;
        var notice = await MakeAsync(medium, file, plan, loudness, progress, cancel).ConfigureAwait(false);
        return new PeakOutcome.Made(notice) { Loudness = loudness is null ? null : new MeasuredLoudness(loudness.Integrated()) };
    }

    private Task<string?> MakeAsync(Medium medium, Stream file, ScanPlan plan, Loudness? loudness, Action<double> progress, CancellationToken cancel) => (medium, settings.Format) switch
    {
        (Medium.Samples samples, PeakFormat.Levels) => LevelsAsync(samples, file, plan, loudness, cancel),
        (Medium.Samples samples, _) => ScanAsync(samples, file, plan, loudness, progress, cancel),
        (Medium.Flow flow, PeakFormat.Levels) => FlowingLevelsAsync(flow.Wav, file, loudness, cancel, flow.IsRaw),
        (Medium.Flow flow, _) => FlowAsync(flow.Wav, file, loudness, cancel, flow.IsRaw),
        (Medium.Coded coded, _) => DecodeAsync(coded, file, loudness, cancel),
        (Medium.Peaks, PeakFormat.Levels) => throw new MediumException("--output-format: levels are made of media, this is a waveform"),
        (Medium.Peaks peaks, _) => RescaleAsync(peaks.Source, file, cancel),
        _ => throw new InvalidOperationException($"{medium} is no known kind of medium."),
    };

    private IPeakSink Writer(Stream file) => settings.Writer(file, settings.Bits ?? WaveformBits.Sixteen);

    private async Task<string?> ScanAsync(Medium.Samples samples, Stream file, ScanPlan plan, Loudness? loudness, Action<double> progress, CancellationToken cancel)
    {
        _ = CheckSplit(samples.Header);
        await tools.Scanner.FileAsync(samples.Source, samples.Header, settings.Options, Writer(file), plan, loudness, progress, cancel).ConfigureAwait(false);
        return samples.Header.Notice;
    }

    private async Task<string?> FlowAsync(Stream wav, Stream file, Loudness? loudness, CancellationToken cancel, bool isRaw = false)
    {
        var header = await tools.Scanner.StreamAsync(wav, settings.Options, Writer(file), loudness, cancel).ConfigureAwait(false);
        var notice = header is WavHeader.Readable readable ? CheckSplit(readable).Notice : throw new MediumException($"{header}");
        return isRaw ? null : notice;
    }

    private async Task<string?> DecodeAsync(Medium.Coded coded, Stream file, Loudness? loudness, CancellationToken cancel)
    {
        var sound = await decoder.Value.DecodeAsync(coded.Source, coded.Type, cancel).ConfigureAwait(false);
        await using (sound.ConfigureAwait(false))
        {
            var made = settings.Format == PeakFormat.Levels ? FlowingLevelsAsync(sound.Wav, file, loudness, cancel) : FlowAsync(sound.Wav, file, loudness, cancel);
            try
            {
                _ = await made.ConfigureAwait(false);
            }
            catch (MediumException)
            {
                // Why there is no WAV file the decoder knows better; where it knows nothing, this is the reason.
                _ = Check(await sound.EndAsync().ConfigureAwait(false));
                throw;
            }

            return Check(await sound.EndAsync().ConfigureAwait(false));
        }
    }

    private static string? Check(DecodeEnd end) => end.HasAudio ? end.Notice : throw new MediumException("no-audio: the medium has no audio track");

    private static async Task<string?> LevelsAsync(Medium.Samples samples, Stream file, ScanPlan plan, Loudness? loudness, CancellationToken cancel)
    {
        var pyramid = await PeakMaker.MakeAsync(samples.Source, samples.Header, plan, null, loudness, cancel).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        await file.WriteAsync(PeakFile.Write(pyramid), cancel).ConfigureAwait(false);
        return samples.Header.Notice;
    }

    private static async Task<string?> FlowingLevelsAsync(Stream wav, Stream file, Loudness? loudness, CancellationToken cancel, bool isRaw = false)
    {
        var made = await PeakMaker.MakeAsync(wav, loudness, cancel).ConfigureAwait(false) ?? throw new MediumException("data: not a byte came");
        await file.WriteAsync(PeakFile.Write(made.Pyramid), cancel).ConfigureAwait(false);
        return isRaw ? null : made.Notice;
    }

    private async Task<string?> RescaleAsync(IByteSource source, Stream file, CancellationToken cancel)
    {
        if (settings.Options is not { Start.Microseconds: 0, End: null, Scale: not PeakScale.Points } || settings.Options.Channels != ChannelChoice.Mix)
        {
            throw new MediumException("waveform: of peaks that are there, only --zoom, --pixels-per-second, --bits, --amplitude-scale and the format can be changed; make them from the medium");
        }

        var fine = Waveform.Read(await ReadAsync(source, cancel).ConfigureAwait(false));
        var bits = settings.Bits ?? fine.Bits;
        if (bits > fine.Bits)
        {
            throw new MediumException("--bits: the waveform has 8 bits a value, 16 cannot be made of them");
        }

        await WaveformRescale.To(fine, SamplesPerPixel(fine)).SendAsync(settings.Writer(file, bits), cancel).ConfigureAwait(false);
        return null;
    }

    private int SamplesPerPixel(Waveform fine) => settings switch
    {
        { ScaleGiven: false } => fine.SamplesPerPixel,
        { Options.Scale: PeakScale.SamplesPerPeak { Frames: var frames } } => frames,
        { Options.Scale: PeakScale.PerSecond { Peaks: var peaks } } => fine.SampleRate / peaks,
        _ => throw new InvalidOperationException("A number of points is no scale of a waveform."),
    };

    private static async Task<byte[]> ReadAsync(IByteSource source, CancellationToken cancel)
    {
        if (source.Length > Waveform.MostBytes)
        {
            throw new MediumException($"waveform: the file has {source.Length} bytes, at most {Waveform.MostBytes} are read");
        }

        var file = new byte[source.Length];
        var read = await source.ReadAsync(0, file, cancel).ConfigureAwait(false);
        return read == file.Length ? file : throw new EndOfStreamException($"The file ended at byte {read}, before its length.");
    }

    private WavHeader.Readable CheckSplit(WavHeader.Readable header) =>
        settings.Options.Channels == ChannelChoice.Split && header.Channels > MostSplit
            ? throw new MediumException($"--split-channels: the medium has {header.Channels} channels, at most {MostSplit} are split; choose some with --channels")
            : header;
}
