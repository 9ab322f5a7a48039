using System.Text;
using System.Text.Json.Nodes;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Tests.Hooks;

public class HookStepsTests
{
    [Fact]
    public async Task AStepBeforeChangesWhatTheHookSees()
    {
        var hook = new Echo().Before((request, _) =>
        {
            request["added"] = "é";
            return ValueTask.FromResult(request);
        });

        Assert.Equal("""{"a":1.50,"added":"é"}""", await RunAsync(hook, """{ "a": 1.50 }"""));
    }

    [Fact]
    public async Task AStepAfterChangesWhatGroundTruthSees()
    {
        var hook = new Echo().After((response, _) => ValueTask.FromResult<JsonNode>(new JsonArray(response.DeepClone())));

        Assert.Equal("""[{"a":1}]""", await RunAsync(hook, """{"a":1}"""));
    }

    [Fact]
    public async Task StepsRunFromTheOutermostInAndBackOut()
    {
        var order = new List<string>();
        var hook = new Echo(() => order.Add("hook")).Before(Note("inner before")).After(Note("inner after")).Before(Note("outer before")).After(Note("outer after"));

        _ = await RunAsync(hook, "{}");

        Assert.Equal(["outer before", "inner before", "hook", "inner after", "outer after"], order);

        Func<JsonNode, CancellationToken, ValueTask<JsonNode>> Note(string name) => (node, _) =>
        {
            order.Add(name);
            return ValueTask.FromResult(node);
        };
    }

    [Theory]
    [InlineData("\uFEFF{}", "{}")]
    [InlineData("""{"n":1e400,"deep":[[[[]]]]}""", """{"n":1e400,"deep":[[[[]]]]}""")]
    public async Task AStepSeesWhateverTheHookWouldRead(string request, string seen) =>
        Assert.Equal(seen, await RunAsync(new Echo().Before((r, _) => ValueTask.FromResult(r)), request));

    [Theory]
    [InlineData("", "request")]
    [InlineData("null", "request")]
    [InlineData("""{"a":NaN}""", "request")]
    [InlineData("""{"a":"\ud800"}""", "step")]
    public async Task WhatAStepCannotBeGivenOrGiveBackIsARefusal(string request, string field)
    {
        var hook = new Echo().Before((r, _) => ValueTask.FromResult(r));

        Assert.Equal(field, (await Assert.ThrowsAsync<HookException>(() => RunAsync(hook, request))).Field);
    }

    [Fact]
    public async Task StreamsGoInAndOutFromTheirStart()
    {
        using var request = new MemoryStream("""{"a":1}"""u8.ToArray());

        using var response = new StreamReader(await new Echo().HandleAsync(request, HookContext.None));

        Assert.Equal("""{"a":1}""", await response.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string> RunAsync(IHook hook, string request) =>
        Encoding.UTF8.GetString((await hook.HandleAsync(Encoding.UTF8.GetBytes(request), HookContext.None)).Span);

    private sealed class Echo(Action? called = null) : IHook
    {
        public Task<ReadOnlyMemory<byte>> HandleAsync(ReadOnlyMemory<byte> request, HookContext context)
        {
            called?.Invoke();
            return Task.FromResult<ReadOnlyMemory<byte>>(request.ToArray());
        }
    }
}
