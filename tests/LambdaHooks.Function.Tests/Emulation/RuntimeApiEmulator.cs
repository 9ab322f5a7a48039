using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LambdaHooks.Function.Tests.Emulation;

/// <summary>
/// The Lambda Runtime API, version 2018-06-01, that forgives nothing: whatever a program does that the API's description does not allow
/// becomes a violation, and disposing the emulator fails the test that caused one.
/// </summary>
internal sealed class RuntimeApiEmulator : IAsyncDisposable
{
    private const string Root = "/2018-06-01/runtime/";
    private const string ErrorTypeHeader = "Lambda-Runtime-Function-Error-Type";

    private readonly WebApplication app;
    private readonly EmulatorOptions options;
    private readonly Channel<Exchange> waiting = Channel.CreateUnbounded<Exchange>();
    private readonly TaskCompletionSource<PostedAnswer> initError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> violations = new();
    private Exchange? inFlight;

    private RuntimeApiEmulator(WebApplication app, EmulatorOptions options)
    {
        this.app = app;
        this.options = options;
    }

    /// <summary>Value for <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Host => new Uri(app.Urls.Single()).Authority;

    /// <summary>What the program posted about its start.</summary>
    public Task<PostedAnswer> InitError => initError.Task;

    /// <summary>Done once the program has asked for its first request.</summary>
    public Task Asked => asked.Task;

    /// <summary>Responses that were refused for their size.</summary>
    public int Refused { get; private set; }

    public static async Task<RuntimeApiEmulator> StartAsync(EmulatorOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var emulator = new RuntimeApiEmulator(builder.Build(), options ?? new EmulatorOptions());
        emulator.app.Run(emulator.HandleAsync);
        await emulator.app.StartAsync();
        return emulator;
    }

    /// <summary>Hands a request out and waits for its answer.</summary>
    public Task<PostedAnswer> InvokeAsync(EmulatedRequest request)
    {
        var exchange = new Exchange(request);
        Assert.True(waiting.Writer.TryWrite(exchange));
        return exchange.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Assert.Empty(violations);
    }

    private Task HandleAsync(HttpContext http)
    {
        if (options.ClosesConnections)
        {
            http.Response.Headers.Connection = "close";
        }

        var path = http.Request.Path.Value!;
        var parts = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..].Split('/') : [];
        return (http.Request.Method, parts) switch
        {
            ("GET", ["invocation", "next"]) => NextAsync(http),
            ("POST", ["invocation", var id, "response"]) => AnswerAsync(http, id, isError: false),
            ("POST", ["invocation", var id, "error"]) => AnswerAsync(http, id, isError: true),
            ("POST", ["init", "error"]) => InitErrorAsync(http),
            _ => RefuseAsync(http, StatusCodes.Status404NotFound, $"{http.Request.Method} {path} is no call of the Runtime API"),
        };
    }

    private async Task NextAsync(HttpContext http)
    {
        if (inFlight is { } open)
        {
            await RefuseAsync(http, StatusCodes.Status403Forbidden, $"asked for the next request before {open.Request.Id} was answered");
            return;
        }

        asked.TrySetResult();
        try
        {
            inFlight = await waiting.Reader.ReadAsync(http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await HandOutAsync(http.Response, inFlight.Request);
    }

    private async Task HandOutAsync(HttpResponse response, EmulatedRequest request)
    {
        response.Headers["Lambda-Runtime-Aws-Request-Id"] = request.Id;
        response.Headers["Lambda-Runtime-Deadline-Ms"] = TimeProvider.System.GetUtcNow().Add(request.TimeLeft).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:eu-west-1:123456789012:function:lambdahooks-SageMaker-Test";
        if (request.TraceId is not null)
        {
            response.Headers["Lambda-Runtime-Trace-Id"] = request.TraceId;
        }

        response.ContentType = "application/json";
        response.ContentLength = request.Body.Length;
        if (options.BetweenHeadAndBody is { } pause)
        {
            await response.StartAsync();
            await response.Body.FlushAsync();
            await pause();
        }

        await response.Body.WriteAsync(request.Body);
    }

    private async Task AnswerAsync(HttpContext http, string id, bool isError)
    {
        if (await ReadAsync(http, isError) is not { } posted)
        {
            return;
        }

        if (inFlight is not { } open || open.Request.Id != id)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, $"answered {id}, which was not waiting for an answer");
            return;
        }

        if (!isError && Encoding.UTF8.GetByteCount(posted.Text) > options.MostResponseBytes)
        {
            Refused++;
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        inFlight = null;
        open.Complete(posted);
        await AcceptAsync(http);
    }

    private async Task InitErrorAsync(HttpContext http)
    {
        if (await ReadAsync(http, isError: true) is not { } posted)
        {
            return;
        }

        if (asked.Task.IsCompleted || initError.Task.IsCompleted)
        {
            await RefuseAsync(http, StatusCodes.Status403Forbidden, "told twice, or too late, that it cannot start");
            return;
        }

        initError.SetResult(posted);
        await AcceptAsync(http);
    }

    private async Task<PostedAnswer?> ReadAsync(HttpContext http, bool isError)
    {
        var errorType = (string?)http.Request.Headers[ErrorTypeHeader];
        using var reader = new StreamReader(http.Request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var text = await reader.ReadToEndAsync();
        var problem = http.Request.ContentType != "application/json" ? $"the content type is {http.Request.ContentType}"
            : isError == string.IsNullOrEmpty(errorType) ? $"{ErrorTypeHeader} is '{errorType}'"
            : null;
        if (problem is null)
        {
            return new PostedAnswer(errorType, text);
        }

        await RefuseAsync(http, StatusCodes.Status400BadRequest, problem);
        return null;
    }

    private static Task AcceptAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync("""{"status":"OK"}""");
    }

    private Task RefuseAsync(HttpContext http, int status, string violation)
    {
        violations.Enqueue(violation);
        http.Response.StatusCode = status;
        return http.Response.WriteAsync("{}");
    }
}
