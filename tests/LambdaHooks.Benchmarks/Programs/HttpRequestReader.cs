using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace LambdaHooks.Benchmarks.Programs;

/// <summary>Requests of one connection, as far as the Runtime API's clients send them: a head, and a body of stated length.</summary>
internal sealed class HttpRequestReader(Socket connection, CancellationToken cancel)
{
    private const string LengthHeader = "\r\nContent-Length: ";

    private byte[] buffer = new byte[64 * 1024];
    private int filled;

    /// <summary>The next request; null where the connection was closed.</summary>
    public async Task<(string Path, byte[] Body)?> NextAsync()
    {
        int headEnd;
        while ((headEnd = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await ReadMoreAsync())
            {
                return null;
            }
        }

        var head = Encoding.ASCII.GetString(buffer, 0, headEnd + 2);
        var (start, length) = (headEnd + 4, BodyLength(head));
        while (filled < start + length)
        {
            if (!await ReadMoreAsync())
            {
                return null;
            }
        }

        var body = buffer.AsSpan(start, length).ToArray();
        buffer.AsSpan(start + length, filled - start - length).CopyTo(buffer);
        filled -= start + length;
        return (head.Split(' ')[1], body);
    }

    private async Task<bool> ReadMoreAsync()
    {
        if (filled == buffer.Length)
        {
            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        var read = await connection.ReceiveAsync(buffer.AsMemory(filled), cancel);
        filled += read;
        return read > 0;
    }

    private static int BodyLength(string head)
    {
        var at = head.IndexOf(LengthHeader, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : int.Parse(head.AsSpan(at + LengthHeader.Length, head.IndexOf('\r', at + 2) - at - LengthHeader.Length), CultureInfo.InvariantCulture);
    }
}
