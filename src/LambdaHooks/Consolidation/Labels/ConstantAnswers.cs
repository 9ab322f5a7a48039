namespace LambdaHooks.Consolidation.Labels;

/// <summary>Finds workers who answer a question always the same.</summary>
internal static class ConstantAnswers
{
    /// <summary>Those of one question, by worker.</summary>
    public static IEnumerable<ConstantAnswer> Of(ClipQuestion question)
    {
        var habits = new AnswerHabits(question.Table.Question);
        foreach (var (_, worker, value) in question.Table.Answers)
        {
            if (question.KeyOf(value) is { } key)
            {
                habits.Add(question.Table.Workers[worker], key);
            }
        }

        return habits.Constant();
    }
}
