namespace LambdaHooks.Function.Tests.Emulation;

/// <summary>A request and the one answer it gets.</summary>
internal sealed class Exchange(EmulatedRequest request)
{
    private readonly TaskCompletionSource<PostedAnswer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EmulatedRequest Request { get; } = request;

    public Task<PostedAnswer> Answer => answer.Task;

    public void Complete(PostedAnswer posted) => answer.SetResult(posted);
}
