using LambdaHooks.Answers;

namespace LambdaHooks.GroundTruth;

/// <summary>
/// What somebody knows about a job before it is consolidated:
/// <c>{"reliabilities": {worker: 0 to 1}, "use": [worker], "exclude": [worker], "tracks": {category: kind}, "gold": {object id: answer}}</c>.
/// Every member may be left out; others are errors, so that a misspelled one is noticed.
/// </summary>
public sealed record JobKnowledge
{
    /// <summary>Kinds of track that <c>tracks</c> may name.</summary>
    public static IReadOnlyList<string> TrackKinds { get; } = ["segments", "partition", "points"];

    /// <summary>Nothing is known.</summary>
    public static JobKnowledge Nothing { get; } = new();

    /// <summary>Reliability of workers, 0 to 1, by worker.</summary>
    public IReadOnlyDictionary<string, double> Reliabilities { get; init; } = new Dictionary<string, double>();

    /// <summary>Workers whose answers are used whatever the job says about them.</summary>
    public IReadOnlySet<string> Use { get; init; } = new HashSet<string>();

    /// <summary>Workers whose answers are left out whatever the job says about them.</summary>
    public IReadOnlySet<string> Exclude { get; init; } = new HashSet<string>();

    /// <summary>Kind of the tracks of a category, one of <see cref="TrackKinds"/>, by category.</summary>
    public IReadOnlyDictionary<string, string> Tracks { get; init; } = new Dictionary<string, string>();

    /// <summary>Answers known to be right, by object id.</summary>
    public IReadOnlyDictionary<string, Answer> Gold { get; init; } = new Dictionary<string, Answer>();
}
