using System.Runtime.InteropServices;
using LambdaHooks.Function;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

#pragma warning disable RS0030 // The one place where the environment is read.
Func<string, string?> environment = Environment.GetEnvironmentVariable;
#pragma warning restore RS0030

var clock = TimeProvider.System;
var log = new JsonLineLog(Console.OpenStandardOutput(), clock);
if (environment("AWS_LAMBDA_RUNTIME_API") is not { Length: > 0 } host)
{
    await Console.Error.WriteLineAsync("AWS_LAMBDA_RUNTIME_API is not set: this program is started by Lambda, or by something that speaks its Runtime API.").ConfigureAwait(false);
    return 2;
}

using var stop = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});
using var api = new RuntimeApi(host);

IHook hook;
try
{
    hook = Composition.Compose(environment("_HANDLER"), new EnvironmentSettings(environment), clock);
}
catch (HookException e)
{
    log.Write(new HookEvent("cannot-start") { Warning = true, Reason = e.Field });
    await api.FailInitAsync(e.GetType().Name, ErrorResponse.Write(e)).ConfigureAwait(false);
    return 1;
}

await new RuntimeLoop(api, hook, log, clock).RunAsync(stop.Token).ConfigureAwait(false);
return 0;
