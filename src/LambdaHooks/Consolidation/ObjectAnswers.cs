using LambdaHooks.Answers;

namespace LambdaHooks.Consolidation;

/// <summary>The usable answers of one data object.</summary>
/// <param name="ObjectId">Opaque id of the data object.</param>
/// <param name="Answers">At most one answer a worker, in any order.</param>
public sealed record ObjectAnswers(string ObjectId, IReadOnlyList<Answer> Answers);
