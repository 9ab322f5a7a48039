namespace LambdaHooks.Hooks;

/// <summary>One of Ground Truth's two hooks: a request's bytes in, a response's bytes out.</summary>
public interface IHook
{
    /// <summary>Answers one request.</summary>
    /// <param name="request">The request's JSON.</param>
    /// <param name="context">What surrounds this one invocation.</param>
    /// <returns>The response's JSON.</returns>
    /// <exception cref="GroundTruth.HookException">The request cannot be answered at all.</exception>
    Task<ReadOnlyMemory<byte>> HandleAsync(ReadOnlyMemory<byte> request, HookContext context);
}

/// <summary>What surrounds one invocation.</summary>
/// <param name="Log">Where to tell what happened.</param>
/// <param name="Deadline">Fires when no new work should begin: what is done by then is answered, the rest is marked unfinished.</param>
/// <param name="End">Fires when even finishing must stop.</param>
public sealed record HookContext(IHookLog Log, CancellationToken Deadline, CancellationToken End)
{
    /// <summary>A context without a deadline that logs nothing.</summary>
    public static HookContext None { get; } = new(new SilentLog(), CancellationToken.None, CancellationToken.None);

    private sealed class SilentLog : IHookLog
    {
        public void Write(HookEvent happening)
        {
        }
    }
}

/// <summary>Hooks for those who speak in streams, as <c>Amazon.Lambda.RuntimeSupport</c> does.</summary>
public static class HookStreams
{
    /// <summary>Answers one request.</summary>
    /// <param name="hook">The hook.</param>
    /// <param name="request">The request's JSON; read to its end.</param>
    /// <param name="context">What surrounds this one invocation.</param>
    /// <returns>The response's JSON, from its start.</returns>
    public static async Task<Stream> HandleAsync(this IHook hook, Stream request, HookContext context)
    {
        using var bytes = new MemoryStream();
        await request.CopyToAsync(bytes, context.End).ConfigureAwait(false);
        var response = await hook.HandleAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), context).ConfigureAwait(false);
        return new MemoryStream(response.ToArray(), writable: false);
    }
}
