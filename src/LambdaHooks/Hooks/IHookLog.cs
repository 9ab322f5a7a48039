namespace LambdaHooks.Hooks;

/// <summary>Where hooks tell what happened.</summary>
public interface IHookLog
{
    /// <summary>Tells one thing.</summary>
    void Write(HookEvent happening);
}

/// <summary>
/// One thing that happened. It has no place for a payload, a worker's text or a URL, so none can be logged.
/// </summary>
/// <param name="Name">A fixed name, such as <c>object-failed</c>.</param>
public sealed record HookEvent(string Name)
{
    /// <summary>True for what somebody should look at.</summary>
    public bool Warning { get; init; }

    /// <summary>The labeling job's name.</summary>
    public string? Job { get; init; }

    /// <summary>The data object's id.</summary>
    public string? ObjectId { get; init; }

    /// <summary>A fixed code that says why; the part of a reason before its colon.</summary>
    public string? Reason { get; init; }

    /// <summary>How many.</summary>
    public long? Count { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The code of a reason, without the explanation that may name an object.</summary>
    public static string CodeOf(string reason) => reason.Split(':', 2)[0];
}
