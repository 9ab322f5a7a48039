using System.Globalization;
using System.Net.Http.Headers;

namespace LambdaHooks.Function;

/// <summary>
/// The four calls of the Lambda Runtime API.
/// </summary>
/// <remarks>
/// Source: AWS Lambda developer guide, "Using the Lambda runtime API for custom runtimes", version 2018-06-01. With
/// <c>Amazon.Lambda.RuntimeSupport</c> at hand, this file and the loop are what it replaces.
/// </remarks>
internal sealed class RuntimeApi : IDisposable
{
    private const string Version = "2018-06-01/runtime";

    private readonly HttpClient http;

    /// <param name="host">Value of <c>AWS_LAMBDA_RUNTIME_API</c>: host and port.</param>
    public RuntimeApi(string host)
    {
        // Waiting for work may take hours, and nothing lies between this process and the API.
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri($"http://{host}/{Version}/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Waits for the next request. Once one has begun to arrive, nothing but the API can stop it.</summary>
    public async Task<Invocation> NextAsync(CancellationToken stop)
    {
        using var response = await http.GetAsync(new Uri("invocation/next", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
        _ = response.EnsureSuccessStatusCode();
        return new Invocation(
            Header(response, "Lambda-Runtime-Aws-Request-Id") ?? throw new InvalidOperationException("The Runtime API sent no request id."),
            DeadlineOf(Header(response, "Lambda-Runtime-Deadline-Ms")),
            Header(response, "Lambda-Runtime-Trace-Id"),
            await response.Content.ReadAsByteArrayAsync(CancellationToken.None).ConfigureAwait(false));
    }

    /// <summary>Answers a request; false where the API refused the answer, as it does over 6 MB.</summary>
    public async Task<bool> RespondAsync(string requestId, ReadOnlyMemory<byte> response)
    {
        using var answer = await PostAsync($"invocation/{requestId}/response", response, null).ConfigureAwait(false);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Answers a request with an error.</summary>
    public async Task FailAsync(string requestId, string kind, ReadOnlyMemory<byte> error)
    {
        using var answer = await PostAsync($"invocation/{requestId}/error", error, kind).ConfigureAwait(false);
    }

    /// <summary>Tells that this process cannot start.</summary>
    public async Task FailInitAsync(string kind, ReadOnlyMemory<byte> error)
    {
        using var answer = await PostAsync("init/error", error, kind).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string path, ReadOnlyMemory<byte> body, string? errorKind)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (errorKind is not null)
        {
            request.Headers.Add("Lambda-Runtime-Function-Error-Type", $"Runtime.{errorKind}");
        }

        return await http.SendAsync(request).ConfigureAwait(false);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static DateTimeOffset? DeadlineOf(string? milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms is > 0 and < 253_402_300_799_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
            : null;
}
