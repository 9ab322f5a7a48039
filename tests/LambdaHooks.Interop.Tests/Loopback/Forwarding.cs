using Microsoft.AspNetCore.Http;

namespace LambdaHooks.Interop.Tests.Loopback;

/// <summary>Answers by asking another server the same, byte for byte.</summary>
internal sealed class Forwarding(Uri target)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private static readonly UriCreationOptions AsItStands = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>A server in front of another.</summary>
    public static Task<LoopbackServer> ToAsync(Uri target) => LoopbackServer.StartAsync(new Forwarding(target).AnswerAsync);

    /// <summary>Passes one request on, and its answer back.</summary>
    public async Task AnswerAsync(SeenRequest request, HttpContext context)
    {
        using var asked = Copy(request);
        using var answer = await Http.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var header in answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Transfer-Encoding"))
        {
            context.Response.Headers[header.Key] = header.Value.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private HttpRequestMessage Copy(SeenRequest request)
    {
        var copy = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(target.GetLeftPart(UriPartial.Authority) + request.Target, AsItStands))
        {
            Content = request.Method == "PUT" ? new ByteArrayContent(request.Body) : null,
        };
        foreach (var (name, value) in request.Headers)
        {
            _ = copy.Headers.TryAddWithoutValidation(name, value) || copy.Content?.Headers.TryAddWithoutValidation(name, value) == true;
        }

        return copy;
    }
}
