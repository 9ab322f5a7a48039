namespace LambdaHooks.Answers;

/// <summary>
/// One worker's preference between the candidates of a prompt.
/// </summary>
/// <param name="Order">Candidate ids in the order they were shown, at least two, each once.</param>
/// <param name="Strength">
/// From -3 to 3: negative when the first of <paramref name="Order"/> is better, positive when the last is, the size saying by
/// how much (1 slightly, 2, 3 much). The sign convention is that of HelpSteer2's preference strength.
/// </param>
/// <param name="Tie">True when the worker called it a tie; the strength is then ignored.</param>
public sealed record Preference(IReadOnlyList<string> Order, double Strength, bool Tie)
{
    /// <summary>Largest size of a strength.</summary>
    public const double Strongest = 3;

    /// <summary>Most candidates of one comparison.</summary>
    public const int MostCandidates = 26;

    /// <summary>Candidates best first, equals sharing a group; needed with three candidates or more, empty otherwise.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Ranking { get; init; } = [];

    /// <summary>Why, in the worker's words or labels.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}
