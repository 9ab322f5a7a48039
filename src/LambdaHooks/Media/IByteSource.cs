namespace LambdaHooks.Media;

/// <summary>Bytes that can be read anywhere, wherever they lie; or, where their length is not known, only forward.</summary>
public interface IByteSource
{
    /// <summary>A length that is not known, as of a pipe: such a source is read in order, may be skipped ahead, and ends where a read comes back short.</summary>
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
