using LambdaHooks.Consolidation;

namespace LambdaHooks.Hooks;

/// <summary>What a post-annotation process was told.</summary>
public sealed record PostAnnotationSettings
{
    /// <summary>Where pre-annotation keeps task contexts; null where it keeps none.</summary>
    public ObjectUri? State { get; init; }

    /// <summary>Where records go when the request does not say; null to write none then.</summary>
    public ObjectUri? Output { get; init; }

    /// <summary>True to read and write the job's objects with the role that the request names.</summary>
    public bool AssumeJobRole { get; init; }

    /// <summary>What is known about workers, tracks and right answers before a batch is consolidated.</summary>
    public ConsolidationSettings Consolidation { get; init; } = ConsolidationSettings.Default;

    /// <summary>How thoroughly agreement is measured for <c>batch.json</c>.</summary>
    public AgreementOptions Agreement { get; init; } = AgreementOptions.Quick;
}

/// <summary>Gives access to what another role may read and write.</summary>
public interface IRoleStores
{
    /// <summary>A store that acts as the role.</summary>
    /// <param name="roleArn">The role.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="GroundTruth.HookException">The role cannot be assumed.</exception>
    Task<IObjectStore> AssumeAsync(string roleArn, CancellationToken cancel);
}
