using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace LambdaHooks.Ffmpeg;

/// <summary>What a client of the bridge asks for.</summary>
/// <param name="Path">Path as it was sent.</param>
/// <param name="Start">First byte wanted.</param>
/// <param name="End">Last byte wanted; null for the end of the medium.</param>
/// <param name="IsRange">Whether a range was asked for at all.</param>
internal sealed partial record BridgeRequest(string Path, long Start, long? End, bool IsRange)
{
    private const int MostBytes = 8 * 1024;

    /// <summary>Reads one request; null where none comes or it is none that is answered.</summary>
    public static async Task<BridgeRequest?> ReadAsync(NetworkStream stream, CancellationToken cancel)
    {
        var buffer = new byte[MostBytes];
        for (var length = 0; length < MostBytes;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancel).ConfigureAwait(false);
            length += read;
            if (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) >= 0)
            {
                return Parse(Encoding.Latin1.GetString(buffer, 0, length));
            }

            if (read == 0)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>The request of a head such as <c>GET /path HTTP/1.1</c> with its header lines; null where it is no GET.</summary>
    public static BridgeRequest? Parse(string head)
    {
        var (line, range) = (RequestLine().Match(head), RangeLine().Match(head));
        return !line.Success ? null
            : !range.Success ? new BridgeRequest(line.Groups[1].Value, 0, null, IsRange: false)
            : !TryNumber(range.Groups[1], out var start) ? null
            : new BridgeRequest(line.Groups[1].Value, start, TryNumber(range.Groups[2], out var end) ? end : null, IsRange: true);
    }

    private static bool TryNumber(Group group, out long number) => long.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"^GET (\S{1,200}) HTTP/1\.[01]\r\n")]
    private static partial Regex RequestLine();

    [GeneratedRegex(@"\r\nRange: *bytes=(\d{1,19})-(\d{0,19})\r\n", RegexOptions.IgnoreCase)]
    private static partial Regex RangeLine();
}
