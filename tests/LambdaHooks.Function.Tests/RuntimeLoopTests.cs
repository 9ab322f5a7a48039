using System.Collections.Concurrent;
using LambdaHooks.Function.Tests.Emulation;
using LambdaHooks.Hooks;

namespace LambdaHooks.Function.Tests;

/// <summary>The loop inside this process. Its tests are in one class, so one after the other: the trace id is the process's own.</summary>
public sealed class RuntimeLoopTests
{
    [Fact]
    public async Task TheTraceIdIsTheInvocationsOwnAndGoneWhereItHasNone()
    {
        var hook = new TraceReadingHook();

        await AnswerAllAsync(hook, Request("Root=1-first"), Request("Root=1-second"), Request(null), Request("Root=1-fourth"));

        Assert.Equal(["Root=1-first", "Root=1-second", null, "Root=1-fourth"], hook.Seen);
    }

    [Fact]
    public async Task AnUnexpectedExceptionTellsItsKindButNotItsMessage()
    {
        var answers = await AnswerAllAsync(new ThrowingHook(), Request(null), Request(null));

        Assert.All(answers, a =>
        {
            Assert.Equal("Runtime.InvalidOperationException", a.ErrorType);
            Assert.Equal("unexpected InvalidOperationException", a.ErrorMessage);
        });
    }

    private static EmulatedRequest Request(string? traceId) => new("{}"u8.ToArray()) { TraceId = traceId };

    private static async Task<IReadOnlyList<PostedAnswer>> AnswerAllAsync(IHook hook, params EmulatedRequest[] requests)
    {
        await using var emulator = await RuntimeApiEmulator.StartAsync();
        using var api = new RuntimeApi(emulator.Host);
        using var stop = new CancellationTokenSource();
        var loop = new RuntimeLoop(api, hook, new JsonLineLog(Stream.Null, TimeProvider.System), TimeProvider.System).RunAsync(stop.Token);
        var answers = await Task.WhenAll(requests.Select(emulator.InvokeAsync)).WaitAsync(TimeSpan.FromSeconds(20));
        await stop.CancelAsync();
        await loop;
        return answers;
    }

    private sealed class TraceReadingHook : IHook
    {
        private readonly ConcurrentQueue<string?> seen = new();

        public IEnumerable<string?> Seen => seen;

        public Task<ReadOnlyMemory<byte>> HandleAsync(ReadOnlyMemory<byte> request, HookContext context)
        {
#pragma warning disable RS0030 // What the X-Ray daemon's clients do.
            seen.Enqueue(Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
#pragma warning restore RS0030
            return Task.FromResult<ReadOnlyMemory<byte>>("{}"u8.ToArray());
        }
    }

    private sealed class ThrowingHook : IHook
    {
        public Task<ReadOnlyMemory<byte>> HandleAsync(ReadOnlyMemory<byte> request, HookContext context) =>
            throw new InvalidOperationException("what a worker wrote");
    }
}
