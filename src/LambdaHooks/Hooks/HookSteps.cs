using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>A team's own steps around a hook: each sees the request or the response as JSON and may change it.</summary>
public static class HookSteps
{
    /// <summary>Runs a step on the request before the hook sees it.</summary>
    /// <param name="hook">The hook.</param>
    /// <param name="step">Gets the request and returns what the hook shall see; may be the same node, changed.</param>
    public static IHook Before(this IHook hook, Func<JsonNode, CancellationToken, ValueTask<JsonNode>> step) => new Stepped(hook, step, null);

    /// <summary>Runs a step on the response before Ground Truth sees it.</summary>
    /// <param name="hook">The hook.</param>
    /// <param name="step">Gets the response and returns what Ground Truth shall see; may be the same node, changed.</param>
    public static IHook After(this IHook hook, Func<JsonNode, CancellationToken, ValueTask<JsonNode>> step) => new Stepped(hook, null, step);

    private sealed class Stepped(
        IHook inner,
        Func<JsonNode, CancellationToken, ValueTask<JsonNode>>? before,
        Func<JsonNode, CancellationToken, ValueTask<JsonNode>>? after) : IHook
    {
        public async Task<ReadOnlyMemory<byte>> HandleAsync(ReadOnlyMemory<byte> request, HookContext context)
        {
            var seen = await RunAsync(before, request, "request", context.Deadline).ConfigureAwait(false);
            var response = await inner.HandleAsync(seen, context).ConfigureAwait(false);
            return await RunAsync(after, response, "response", context.End).ConfigureAwait(false);
        }

        private static async Task<ReadOnlyMemory<byte>> RunAsync(
            Func<JsonNode, CancellationToken, ValueTask<JsonNode>>? step, ReadOnlyMemory<byte> json, string what, CancellationToken cancel) =>
            step is null ? json : Bytes(await step(Parse(json, what), cancel).ConfigureAwait(false));

        private static JsonNode Parse(ReadOnlyMemory<byte> json, string what)
        {
            if (!JsonFields.TryParse(json, out var document, out var problem))
            {
                throw new HookException(what, problem);
            }

            using (document)
            {
                return JsonNode.Parse(document.RootElement.Raw()) ?? throw new HookException(what, "is null");
            }
        }

        private static ReadOnlyMemory<byte> Bytes(JsonNode node)
        {
            var bytes = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(bytes, WireContext.WriterOptions))
            {
                Write(node, writer);
            }

            return bytes.WrittenMemory;
        }

        private static void Write(JsonNode node, Utf8JsonWriter writer)
        {
            try
            {
                node.WriteTo(writer);
            }
            catch (InvalidOperationException)
            {
                throw new HookException("step", "a key or value holds half of a surrogate pair");
            }
        }
    }
}
