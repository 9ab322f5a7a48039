using LambdaHooks.Media;

namespace LambdaHooks.Tests.Hooks;

/// <summary>Gives the sound and the facts a test lays down, and counts how often it was asked.</summary>
internal sealed class FakeDecoder : IMediaDecoder
{
    public VideoFacts? Facts { get; set; }

    /// <summary>The WAV file it gives; empty for a medium without sound.</summary>
    public byte[] Wav { get; set; } = [];

    public DecodeEnd End { get; set; } = new(true, null);

    public Exception? LookFault { get; set; }

    public Exception? DecodeFault { get; set; }

    public Exception? EndFault { get; set; }

    /// <summary>Done to the medium before it is decoded.</summary>
    public Func<IByteSource, CancellationToken, Task> Read { get; set; } = (_, _) => Task.CompletedTask;

    public int Looks { get; private set; }

    public int Decodes { get; private set; }

    public int Open { get; private set; }

    public Task<VideoFacts?> LookAsync(IByteSource source, MediaType type, CancellationToken cancel)
    {
        Looks++;
        return LookFault is null ? Task.FromResult(Facts) : Task.FromException<VideoFacts?>(LookFault);
    }

    public async Task<IDecodedSound> DecodeAsync(IByteSource source, MediaType type, CancellationToken cancel)
    {
        Decodes++;
        await Read(source, cancel);
        if (DecodeFault is not null)
        {
            throw DecodeFault;
        }

        Open++;
        return new Sound(this);
    }

    private sealed class Sound(FakeDecoder decoder) : IDecodedSound
    {
        public Stream Wav { get; } = new MemoryStream(decoder.Wav);

        public Task<DecodeEnd> EndAsync() => decoder.EndFault is null ? Task.FromResult(decoder.End) : Task.FromException<DecodeEnd>(decoder.EndFault);

        public ValueTask DisposeAsync()
        {
            decoder.Open--;
            return ValueTask.CompletedTask;
        }
    }
}
