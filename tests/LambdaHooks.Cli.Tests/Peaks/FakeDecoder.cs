using LambdaHooks.Media;

namespace LambdaHooks.Cli.Tests.Peaks;

/// <summary>Gives the same sound for everything.</summary>
internal sealed class FakeDecoder(byte[] wav, DecodeEnd end) : IMediaDecoder
{
    public Task<VideoFacts?> LookAsync(IByteSource source, MediaType type, CancellationToken cancel) => Task.FromResult<VideoFacts?>(null);

    public Task<IDecodedSound> DecodeAsync(IByteSource source, MediaType type, CancellationToken cancel) => Task.FromResult<IDecodedSound>(new Sound(wav, end));

    private sealed class Sound(byte[] wav, DecodeEnd end) : IDecodedSound
    {
        public Stream Wav { get; } = new MemoryStream(wav);

        public Task<DecodeEnd> EndAsync() => Task.FromResult(end);

        public ValueTask DisposeAsync() => Wav.DisposeAsync();
    }
}
