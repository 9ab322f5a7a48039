namespace LambdaHooks.GroundTruth;

/// <summary>
/// A request that cannot be answered at all. Its message names the field and never repeats what a worker or a manifest wrote, so
/// it may be logged and returned.
/// </summary>
/// <param name="field">Name of the field, file or setting at fault.</param>
/// <param name="reason">What is wrong with it, in a few words.</param>
public sealed class HookException(string field, string reason) : Exception($"{field}: {reason}")
{
    /// <summary>Name of the field, file or setting at fault.</summary>
    public string Field { get; } = field;
}
