namespace LambdaHooks.Media;

/// <summary>A header, and the samples that were read along with it.</summary>
/// <param name="Header">What it says.</param>
/// <param name="Ahead">
/// Bytes from <see cref="WavHeader.Readable.DataOffset"/> on that are read already, perhaps none; a source that is only read forward
/// goes on after them. Bytes of other chunks may follow the samples among them.
/// </param>
internal sealed record WavOpening(WavHeader Header, ReadOnlyMemory<byte> Ahead);
