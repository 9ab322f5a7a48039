using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace LambdaHooks.Ffmpeg;

/// <summary>
/// Serves one medium by HTTP/1.1 range requests on the loopback address, at a path of 128 random bits that only the program it is for
/// is told. Everything else is refused.
/// </summary>
/// <remarks>Source: RFC 9110, 14: <c>Range</c>, <c>Content-Range</c>, 206 and 416. Every answer closes its connection.</remarks>
internal sealed class RangeBridge : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly BlockCache cache;
    private readonly string path = $"/{RandomNumberGenerator.GetHexString(32, lowercase: true)}";

    public RangeBridge(BlockCache cache)
    {
        this.cache = cache;
        listener.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}{path}";
    }

    /// <summary>Where the medium is served.</summary>
    public string Url { get; }

    /// <summary>Serves until <paramref name="end"/>, or until the medium cannot be read.</summary>
    /// <exception cref="Exception">What the source threw.</exception>
    public async Task ServeAsync(CancellationToken end)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(end);
        var accepting = AcceptAsync(stop.Token);
        List<Task> open = [accepting];
        try
        {
            while (true)
            {
                var done = await Task.WhenAny(open).ConfigureAwait(false);
                if (done == accepting)
                {
                    open[0] = AnswerAsync(await accepting.ConfigureAwait(false), stop.Token);
                    accepting = AcceptAsync(stop.Token);
                    open.Insert(0, accepting);
                }
                else
                {
                    _ = open.Remove(done);
                    await done.ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(open).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private Task<TcpClient> AcceptAsync(CancellationToken end) => listener.AcceptTcpClientAsync(end).AsTask();

    private async Task AnswerAsync(TcpClient client, CancellationToken end)
    {
        using (client)
        {
            client.NoDelay = true;
            var stream = client.GetStream();
            try
            {
                await AnswerAsync(stream, await BridgeRequest.ReadAsync(stream, end).ConfigureAwait(false), end).ConfigureAwait(false);
            }
            catch (IOException e) when (e.InnerException is SocketException)
            {
                // The program went to another place of the medium: it closes and asks again.
            }
        }
    }

    private Task AnswerAsync(NetworkStream stream, BridgeRequest? request, CancellationToken end) =>
        request is null || !IsOurs(request.Path) ? WriteHeadAsync(stream, "404 Not Found", 0, "", end)
        : request.Start >= cache.Length ? WriteHeadAsync(stream, "416 Range Not Satisfiable", 0, $"Content-Range: bytes */{cache.Length}\r\n", end)
        : SendAsync(stream, request, Math.Min(request.End ?? long.MaxValue, cache.Length - 1), end);

    private async Task SendAsync(NetworkStream stream, BridgeRequest request, long last, CancellationToken end)
    {
        var status = request.IsRange ? "206 Partial Content" : "200 OK";
        var range = request.IsRange ? $"Content-Range: bytes {request.Start}-{last}/{cache.Length}\r\n" : "";
        await WriteHeadAsync(stream, status, Math.Max(0, last + 1 - request.Start), $"Accept-Ranges: bytes\r\n{range}", end).ConfigureAwait(false);
        for (var offset = request.Start; offset <= last;)
        {
            var bytes = await cache.FromAsync(offset, end).ConfigureAwait(false);
            bytes = bytes[..(int)Math.Min(bytes.Length, last + 1 - offset)];
            await stream.WriteAsync(bytes, end).ConfigureAwait(false);
            offset += bytes.Length;
        }
    }

    private bool IsOurs(string asked) => CryptographicOperations.FixedTimeEquals(Encoding.Latin1.GetBytes(asked), Encoding.Latin1.GetBytes(path));

    private static async Task WriteHeadAsync(NetworkStream stream, string status, long length, string more, CancellationToken end) => await stream.WriteAsync(
        Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: application/octet-stream\r\nContent-Length: {length}\r\n{more}Connection: close\r\n\r\n"), end).ConfigureAwait(false);
}
