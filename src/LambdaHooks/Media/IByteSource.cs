namespace LambdaHooks.Media;

/// <summary>Bytes of known length that can be read anywhere, wherever they lie.</summary>
public interface IByteSource
{
    /// <summary>A length that is not known: of a pipe, which can only be read forward.</summary>
    const long UnknownLength = long.MaxValue;

    /// <summary>Length in bytes, or <see cref="UnknownLength"/>.</summary>
    long Length { get; }

    /// <summary>Reads from an offset.</summary>
    /// <param name="offset">0 to <see cref="Length"/>.</param>
    /// <param name="buffer">Where to; filled unless the source ends first.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Bytes read; fewer than the buffer holds only at the end of the source.</returns>
    ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel);
}
