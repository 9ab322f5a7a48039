using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>Waveform files: refused by name, or read so that what is written of it is read the same again, and its head says the same.</summary>
internal static class WaveformTarget
{
    private delegate Waveform Reader(ReadOnlySpan<byte> file);

    private delegate WaveformHead HeadReader(ReadOnlySpan<byte> start);

    /// <summary>
    /// Two bytes a value, which a file holds in one at least, and in text in two; growing to them takes as much twice again. Then the file
    /// that is written of it, up to seven bytes a value, and what is read of that.
    /// </summary>
    private const int BytesPerByte = 32;

    /// <summary>A first list, a writer's buffer, a refusal.</summary>
    private const int Little = 256 * 1024;

    public static FuzzOutcome RunAny(FuzzCase one) => OutcomeOf(one, Waveform.Read, null, 0);

    public static FuzzOutcome RunDat(FuzzCase one) => OutcomeOf(one, WaveformDatReader.Read, start => WaveformDatReader.ReadHead(start, out _), WaveformDatWriter.HeadBytes);

    public static FuzzOutcome RunJson(FuzzCase one) => OutcomeOf(one, WaveformJsonReader.Read, WaveformJsonReader.ReadHead, WaveformJsonReader.HeadBytes);

    /// <summary>What no head can say.</summary>
    public static string? ComplaintOf(WaveformHead head) =>
        head.SampleRate < 1 || head.SamplesPerPixel < 1 || head.Rows is < 1 or > WaveformHead.MostRows || head.Length < 0 || !Enum.IsDefined(head.Bits) ? $"out of range: {head}" : null;

    /// <summary>A refusal names a field.</summary>
    public static string? ComplaintOf(InvalidDataException refusal) => refusal.Message.Contains(": ", StringComparison.Ordinal) ? null : $"no field in '{refusal.Message}'";

    private static FuzzOutcome OutcomeOf(FuzzCase one, Reader read, HeadReader? readHead, int headBytes)
    {
        var head = readHead is null ? null : Tried(() => readHead(one.Bytes.AsSpan(0, Math.Min(one.Bytes.Length, headBytes))), out _);
        var waveform = Tried(() => read(one.Bytes), out var refusal);
        var complaint = refusal is not null ? ComplaintOf(refusal)
            : ComplaintOf(HeadOf(waveform!)) ?? (head is null || head == HeadOf(waveform!) ? Rewritten(waveform!) : $"{head} before {waveform}");
        return new FuzzOutcome(complaint, 2 * (Little + ((long)BytesPerByte * one.Bytes.Length)));
    }

    private static T? Tried<T>(Func<T> read, out InvalidDataException? refusal)
        where T : class
    {
        try
        {
            refusal = null;
            return read();
        }
        catch (InvalidDataException e)
        {
            refusal = e;
            return null;
        }
    }

    private static WaveformHead HeadOf(Waveform waveform) => new(waveform.SampleRate, waveform.SamplesPerPixel, waveform.Bits, waveform.Rows, waveform.Length);

    private static string? Rewritten(Waveform waveform) =>
        !waveform.Equals(Waveform.Read(Written(waveform, to => new WaveformDatWriter(to, waveform.Bits)))) ? $"read otherwise from .dat: {waveform}"
        : !waveform.Equals(Waveform.Read(Written(waveform, to => new WaveformJsonWriter(to, waveform.Bits)))) ? $"read otherwise from JSON: {waveform}"
        : null;

    private static byte[] Written(Waveform waveform, Func<Stream, IPeakSink> writer)
    {
        using var file = new MemoryStream();
        waveform.SendAsync(writer(file), CancellationToken.None).GetAwaiter().GetResult();
        return file.ToArray();
    }
}
