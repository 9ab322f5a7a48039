using LambdaHooks.Cli.Peaks;
using LambdaHooks.Media;

namespace LambdaHooks.Cli.Tests.Peaks;

/// <summary>Scans 16-bit files the plain way and remembers what it was asked for, so that tests of the command are about the command.</summary>
internal sealed class PlainScanner : IPeakScanner
{
    private readonly Lock turn = new();

    public List<(PeakOptions Options, ScanPlan? Plan)> Asked { get; } = [];

    /// <summary>What every header says.</summary>
    public string? Notice { get; init; }

    public async Task FileAsync(IByteSource source, WavHeader.Readable header, PeakOptions options, IPeakSink sink, ScanPlan plan, IFrameListener? listener, Action<double>? progress, CancellationToken cancel)
    {
        Remember(options, plan);
        var bytes = new byte[header.Frames * header.BytesPerFrame];
        Assert.Equal(bytes.Length, await source.ReadAsync(header.DataOffset, bytes, cancel));
        progress?.Invoke(0.5);
        await ScanAsync(bytes, header, options, sink, cancel);
    }

    public async Task<WavHeader> StreamAsync(Stream wav, PeakOptions options, IPeakSink sink, IFrameListener? listener, CancellationToken cancel)
    {
        Remember(options, null);
        using var whole = new MemoryStream();
        await wav.CopyToAsync(whole, cancel);
        var bytes = whole.ToArray();
        using var folder = new Programs.TemporaryFolder();
        await File.WriteAllBytesAsync(folder.Below("flow.wav"), bytes, cancel);
        using var source = LocalFile.Open(folder.Below("flow.wav"));
        var header = await WavReader.ReadHeaderAsync(source, cancel);
        if (header is WavHeader.Readable readable)
        {
            await ScanAsync(bytes[(int)readable.DataOffset..], readable, options, sink, cancel);
        }

        return header;
    }

    private void Remember(PeakOptions options, ScanPlan? plan)
    {
        lock (turn)
        {
            Asked.Add((options, plan));
        }
    }

    private static async Task ScanAsync(byte[] bytes, WavHeader.Readable header, PeakOptions options, IPeakSink sink, CancellationToken cancel)
    {
        var frames = bytes.Chunk(2).Select(b => BitConverter.ToInt16(b)).Chunk(header.Channels).ToArray();
        var size = options.Scale switch
        {
            PeakScale.SamplesPerPeak { Frames: var each } => each,
            PeakScale.PerSecond { Peaks: var peaks } => header.SampleRate / peaks,
            PeakScale.Points { Peaks: var points } => (int)Math.Round(frames.Length / (double)Math.Min(points, frames.Length)),
            _ => throw new NotSupportedException(),
        };
        Func<short[], short[]> rows = options.Channels == ChannelChoice.Mix ? f => [(short)(f.Sum(v => v) / f.Length)] : f => f;
        var mixed = Divided([.. frames.Select(rows)], options.Scale, size);
        var count = mixed.Length == 0 ? 1 : mixed[0][0].Length;
        short[] pairs = [.. mixed.SelectMany(peak => Enumerable.Range(0, count).SelectMany(row => (short[])[peak.Min(f => f[row]), peak.Max(f => f[row])]))];
        await sink.BeginAsync(new PeakHead(header.SampleRate, size, count, mixed.Length, frames.Length), cancel);
        await sink.AddAsync(pairs, cancel);
        await sink.EndAsync(cancel);
    }

    private static short[][][] Divided(short[][] frames, PeakScale scale, int size)
    {
        if (scale is not PeakScale.Points { Peaks: var wanted })
        {
            return [.. frames.Chunk(size)];
        }

        var points = Math.Min(wanted, frames.Length);
        return [.. Enumerable.Range(0, points).Select(i => frames[(int)((long)frames.Length * i / points)..(int)((long)frames.Length * (i + 1) / points)])];
    }
}
