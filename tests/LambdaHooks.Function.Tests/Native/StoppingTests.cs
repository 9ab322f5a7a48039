using System.Diagnostics;
using System.Text;
using LambdaHooks.Function.Tests.Emulation;

namespace LambdaHooks.Function.Tests.Native;

public sealed class StoppingTests(NativeBuild build)
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task AnIdleProgramEndsAtOnceWhenToldTo()
    {
        using var buckets = new LocalBuckets();
        await using var function = await NativeFunction.StartAsync(build, "PostAnnotation", buckets.Settings);
        await function.Api.Asked;

        var started = Stopwatch.GetTimestamp();
        await function.Process.TerminateAsync();

        Assert.Equal(0, await function.Process.ExitCodeAsync());
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Quick);
        Assert.Empty(await function.Process.ErrorsAsync());
    }

    [Fact]
    public async Task ARequestInFlightIsAnsweredBeforeTheProgramEnds()
    {
        using var buckets = new LocalBuckets();
        var payload = await buckets.PutLateAsync("payload.json");
        await using var function = await NativeFunction.StartAsync(build, "PostAnnotation", buckets.Settings);
        var answer = function.InvokeAsync(Requests.Post(payload.Uri));
        await using (var content = await function.Process.ExpectAsync(payload.ReaderCameAsync()))
        {
            await function.Process.TerminateAsync();
            await Task.Delay(Moment, TestContext.Current.CancellationToken);
            Assert.False(function.Process.HasExited);
            await content.WriteAsync(Encoding.UTF8.GetBytes(Requests.Payload(objects: 2, workers: 2)), TestContext.Current.CancellationToken);
        }

        Assert.Equal(2, (await answer).Json.AsArray().Count);
        Assert.Equal(0, await function.Process.ExitCodeAsync());
    }

    [Fact]
    public async Task ARequestWhoseBodyIsStillArrivingIsAnsweredBeforeTheProgramEnds()
    {
        using var buckets = new LocalBuckets();
        var payload = buckets.Put("payload.json", Requests.Payload(objects: 2, workers: 2));
        var headSent = new TaskCompletionSource<bool>();
        var bodyMayFollow = new TaskCompletionSource();
        var options = new EmulatorOptions { BetweenHeadAndBody = () => { headSent.SetResult(true); return bodyMayFollow.Task; } };
        await using var function = await NativeFunction.StartAsync(build, "PostAnnotation", buckets.Settings, options);
        var answer = function.InvokeAsync(Requests.Post(payload));

        _ = await function.Process.ExpectAsync(headSent.Task);
        await Task.Delay(Moment, TestContext.Current.CancellationToken);
        await function.Process.TerminateAsync();
        await Task.Delay(Moment, TestContext.Current.CancellationToken);
        bodyMayFollow.SetResult();

        Assert.Equal(2, (await answer).Json.AsArray().Count);
        Assert.Equal(0, await function.Process.ExitCodeAsync());
    }
}
