using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace LambdaHooks.Interop.Tests.Loopback;

/// <summary>An HTTP server on a free port of this machine that remembers every request and answers as it is told.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<SeenRequest> seen = new();

    private LoopbackServer(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.Single());

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<SeenRequest> Seen => [.. seen];

    /// <summary>Starts one.</summary>
    /// <param name="answer">Answers a request.</param>
    public static async Task<LoopbackServer> StartAsync(Func<SeenRequest, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new LoopbackServer(builder.Build());
        server.app.Run(async context => await answer(await server.RememberAsync(context.Request), context));
        await server.app.StartAsync();
        return server;
    }

    /// <summary>Forgets what it was asked.</summary>
    public void Forget() => seen.Clear();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<SeenRequest> RememberAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var remembered = new SeenRequest(request.Method, target, headers, body.ToArray());
        seen.Enqueue(remembered);
        return remembered;
    }
}
