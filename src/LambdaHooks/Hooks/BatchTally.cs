using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>Counts of a batch, gathered while its objects are consolidated, in the payload's order.</summary>
internal sealed class BatchTally
{
    private readonly List<ReviewItemWire> review = [];

    public int Objects { get; private set; }

    public int Consolidated { get; private set; }

    public int Answers { get; private set; }

    public int Rejections { get; private set; }

    /// <summary>Objects in doubt, in the payload's order.</summary>
    public IReadOnlyList<ReviewItemWire> Review => review;

    /// <summary>Adds an object, while it still knows what it came from.</summary>
    public void Add(ObjectDraft draft)
    {
        Objects++;
        Consolidated += draft.Error is null ? 1 : 0;
        Answers += draft.Answers.Answers.Count;
        Rejections += draft.Rejections.Count;
        if (draft.Consolidated?.Review is { Reasons.Count: > 0 } doubt)
        {
            review.Add(new ReviewItemWire(draft.Id, LabelMapping.Rounded(doubt.Priority), doubt.Reasons));
        }
    }
}
