namespace LambdaHooks.Consolidation.Labels;
#pragma warning disable
public readonly record struct LabelAnswer(int Item, int Worker, int Label);
public sealed record LabelProblem(int Items, int Workers, int Labels, IReadOnlyList<LabelAnswer> Answers);
