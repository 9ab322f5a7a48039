namespace LambdaHooks.Consolidation.Labels;

/// <summary>
/// Finds the true labels, and how each worker errs, together: the model of Dawid and Skene (1979) with a prior that lets a worker with few
/// answers be like the others (maximum a posteriori by expectation maximisation).
/// </summary>
/// <remarks>
/// Each row of a worker's error matrix starts as one accuracy for all labels, itself shrunk to everybody's by five pseudo-answers, so that
/// a small batch is decided by votes weighted by accuracy and a large one by what each worker confuses. Time is iterations × answers ×
/// labels given an item; memory as <see cref="ErrorMatrices"/> states.
/// </remarks>
public static class DawidSkene
{
    private const int ManyAnswers = 60;
    private const int ManyAnswersPerLabel = 30;
    private const double StrengthOfMany = 4;
    private const double StrengthOfFew = 20;
    private const double LeastClassPriorCount = 5;
    private const double WorkersOfDoubt = 10;

    /// <summary>Estimates the posteriors.</summary>
    /// <param name="problem">What was answered.</param>
    /// <param name="options">How.</param>
    public static LabelPosteriors Estimate(LabelProblem problem, DawidSkeneOptions options)
    {
        var table = new LabelTable(problem);
        var (answers, workers) = Counted(table);
        var strength = options.Strength ?? StrengthFor(answers, workers, problem.Labels);
        var classPriorCount = options.LearnClassPrior == false ? double.PositiveInfinity : options.ClassPriorCount ?? ClassPriorCountFor(table);
        var run = new DawidSkeneRun(table, new ErrorMatrices(table, strength), classPriorCount);
        return new LabelPosteriors(table, run, run.Iterate(options.Iterations, options.Tolerance));
    }

    private static double StrengthFor(long answers, int workers, int labels) =>
        workers > 0 && answers >= (long)workers * Math.Max(ManyAnswers, (long)ManyAnswersPerLabel * labels) ? StrengthOfMany : StrengthOfFew;

    private static double ClassPriorCountFor(LabelTable table)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var w = 0; w < table.AnswersOf.Length; w++)
        {
            double answers = table.Weights[w] > 0 ? table.AnswersOf[w] : 0;
            (sum, squares) = (sum + answers, squares + (answers * answers));
        }

        // As many workers with the same number of answers each would say as much.
        var workersInEffect = squares > 0 ? sum * sum / squares : 1;
        var itemsPerLabel = table.Counted.Count(c => c) / (double)Math.Max(1, table.Problem.Labels);
        return LeastClassPriorCount + (WorkersOfDoubt / workersInEffect * itemsPerLabel);
    }

    private static (long Answers, int Workers) Counted(LabelTable table)
    {
        var (answers, workers) = (0L, 0);
        for (var w = 0; w < table.AnswersOf.Length; w++)
        {
            if (table.Weights[w] > 0 && table.AnswersOf[w] > 0)
            {
                answers += table.AnswersOf[w];
                workers++;
            }
        }

        return (answers, workers);
    }
}
