using System.Text;
using LambdaHooks.Function.Tests.Emulation;

namespace LambdaHooks.Function.Tests.Native;

/// <summary>The native program and the Runtime API it was started for.</summary>
internal sealed class NativeFunction : IAsyncDisposable
{
    private NativeFunction(RuntimeApiEmulator api, FunctionProcess process)
    {
        Api = api;
        Process = process;
    }

    public RuntimeApiEmulator Api { get; }

    public FunctionProcess Process { get; }

    public static async Task<NativeFunction> StartAsync(
        NativeBuild build, string? handler, IEnumerable<(string Name, string Value)> settings, EmulatorOptions? options = null)
    {
        var bootstrap = await build.BootstrapAsync();
        var api = await RuntimeApiEmulator.StartAsync(options);
        var environment = settings.Append(("AWS_LAMBDA_RUNTIME_API", api.Host));
        return new NativeFunction(api, FunctionProcess.Start(bootstrap, handler is null ? environment : environment.Append(("_HANDLER", handler))));
    }

    public Task<PostedAnswer> InvokeAsync(string body) => InvokeAsync(new EmulatedRequest(Encoding.UTF8.GetBytes(body)));

    public Task<PostedAnswer> InvokeAsync(EmulatedRequest request) => Process.ExpectAsync(Api.InvokeAsync(request));

    /// <summary>Ends the program as Lambda does, and gives every line it wrote.</summary>
    public async Task<IReadOnlyList<string>> StopAsync()
    {
        await Process.TerminateAsync();
        Assert.Equal(0, await Process.ExitCodeAsync());
        return Process.Lines;
    }

    public async ValueTask DisposeAsync()
    {
        Process.Dispose();
        await Api.DisposeAsync();
    }
}
