using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LambdaHooks.Benchmarks.Programs;

/// <summary>
/// The Lambda Runtime API for one request. Head and body leave in one packet: in two, delayed acknowledgements would add 40 ms.
/// </summary>
internal sealed class RuntimeApi : IDisposable
{
    private static readonly byte[] Accepted = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"u8.ToArray();

    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource<Exchange> done = new();
    private readonly byte[] handOut;
    private long handedOut;

    public RuntimeApi(ReadOnlyMemory<byte> request)
    {
        handOut = [.. Encoding.ASCII.GetBytes(Head(request.Length)), .. request.Span];
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        _ = Task.Run(ServeAsync);
    }

    /// <summary>Value for <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Host => listener.LocalEndPoint!.ToString()!;

    /// <summary>Waits for the answer, or for the end of the program that should give it.</summary>
    public async Task<Exchange> ExchangeAsync(Task end) =>
        await Task.WhenAny(done.Task, end) == done.Task ? await done.Task : throw new BenchmarkException("The function ended without an answer.");

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    private static string Head(int length) =>
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nLambda-Runtime-Aws-Request-Id: 1\r\n"
        + $"Lambda-Runtime-Deadline-Ms: {TimeProvider.System.GetUtcNow().AddMinutes(15).ToUnixTimeMilliseconds()}\r\nContent-Length: {length}\r\n\r\n";

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptAsync(stop.Token);
                connection.NoDelay = true;
                await ServeAsync(connection);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // Whoever waits for an answer sees the program's end.
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        var reader = new HttpRequestReader(connection, stop.Token);
        while (await reader.NextAsync() is { } request)
        {
            if (request.Path.EndsWith("/next", StringComparison.Ordinal))
            {
                await HandOutAsync(connection);
            }
            else
            {
                _ = done.TrySetResult(new Exchange(handedOut, Stopwatch.GetTimestamp(), request.Path, request.Body));
                _ = await connection.SendAsync(Accepted, stop.Token);
            }
        }
    }

    /// <summary>The one request; who asks again waits.</summary>
    private async Task HandOutAsync(Socket connection)
    {
        if (handedOut > 0)
        {
            await Task.Delay(Timeout.Infinite, stop.Token);
        }

        handedOut = Stopwatch.GetTimestamp();
        _ = await connection.SendAsync(handOut, stop.Token);
    }
}
