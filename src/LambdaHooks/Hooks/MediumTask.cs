using LambdaHooks.Media;

namespace LambdaHooks.Hooks;

/// <summary>One medium to prepare: which, and what is wanted of it.</summary>
/// <param name="Uri">Where it lies.</param>
/// <param name="Tag">Its version.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Type">What it is.</param>
/// <param name="WantsLoudness">Whether its loudness is needed.</param>
/// <param name="Context">The invocation.</param>
internal sealed record MediumTask(ObjectUri Uri, string Tag, StoredMedium Bytes, MediaType Type, bool WantsLoudness, HookContext Context)
{
    /// <summary>Listens for the loudness; null where nobody needs it.</summary>
    public Loudness? Listener() => WantsLoudness ? new Loudness() : null;

    /// <summary>True where what is remembered is all that is needed.</summary>
    public bool IsServedBy(GroundTruth.KeptPeaksWire kept) => kept.IsComplete() && (!WantsLoudness || kept.Loudness is not null || !kept.HasSound());
}
