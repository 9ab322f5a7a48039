using System.Diagnostics;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Function;

/// <summary>Takes one request after the other, answers each, and goes on whatever a request does.</summary>
internal sealed class RuntimeLoop(RuntimeApi api, IHook hook, JsonLineLog log, TimeProvider clock)
{
    private const string TraceVariable = "_X_AMZN_TRACE_ID";

    /// <summary>Runs until told to stop; a request in flight is finished first.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Invocation invocation;
            try
            {
                invocation = await api.NextAsync(stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }

            await AnswerAsync(invocation).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(Invocation invocation)
    {
        var started = Stopwatch.GetTimestamp();
        log.RequestId = invocation.RequestId;
        Environment.SetEnvironmentVariable(TraceVariable, invocation.TraceId);
        using var deadlines = new Deadlines(invocation.Deadline, clock);
        try
        {
            var response = await hook.HandleAsync(invocation.Body, new HookContext(log, deadlines.Work, deadlines.End)).ConfigureAwait(false);
            if (!await api.RespondAsync(invocation.RequestId, response).ConfigureAwait(false))
            {
                throw new HookException("response", $"the Runtime API refused {response.Length} bytes");
            }

            log.Write(new HookEvent("answered") { Duration = Stopwatch.GetElapsedTime(started) });
        }
        catch (Exception e)
        {
            // Whatever it is, it belongs to this one request: it is reported, and the next request is taken.
            log.Write(new HookEvent("failed") { Warning = true, Reason = e is HookException unusable ? unusable.Field : e.GetType().Name, Duration = Stopwatch.GetElapsedTime(started) });
            await api.FailAsync(invocation.RequestId, e.GetType().Name, ErrorResponse.Write(e)).ConfigureAwait(false);
        }

        log.RequestId = null;
    }
}
