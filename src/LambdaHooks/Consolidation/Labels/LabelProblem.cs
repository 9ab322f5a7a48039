namespace LambdaHooks.Consolidation.Labels;

/// <summary>One label that one worker gave one item, all three by index.</summary>
/// <param name="Item">What was labelled, from 0.</param>
/// <param name="Worker">Who labelled it, from 0.</param>
/// <param name="Label">What they called it, from 0.</param>
public readonly record struct LabelAnswer(int Item, int Worker, int Label);

/// <summary>
/// Labels of many items by many workers, of which the true ones are wanted.
/// </summary>
/// <remarks>
/// Items, workers and labels are numbered by the caller, who numbers them in ordinal order so that the numbers do not depend on the
/// order of the input. The order of the answers changes nothing.
/// </remarks>
/// <param name="Items">How many items there are, 0 or more.</param>
/// <param name="Workers">How many workers there are, 0 or more.</param>
/// <param name="Labels">How many labels there are, 0 or more.</param>
/// <param name="Answers">What was answered, in any order; items without an answer are allowed.</param>
public sealed record LabelProblem(int Items, int Workers, int Labels, IReadOnlyList<LabelAnswer> Answers)
{
    /// <summary>Labels known to be right, by item: they clamp the posterior in every iteration.</summary>
    public IReadOnlyDictionary<int, int> Gold { get; init; } = new Dictionary<int, int>();

    /// <summary>Accuracies known from elsewhere, 0 to 1, by worker: they take the place of what the answers say.</summary>
    public IReadOnlyDictionary<int, double> KnownAccuracies { get; init; } = new Dictionary<int, double>();

    /// <summary>
    /// How much each worker's answers count, 0 or more, about 1; 0 for an excluded worker, whose accuracy is told all the same.
    /// Empty where everybody counts alike.
    /// </summary>
    public IReadOnlyList<double> Weights { get; init; } = [];
}

/// <summary>How a <see cref="LabelProblem"/> is solved. The default decides by how many items there are.</summary>
public sealed record DawidSkeneOptions
{
    /// <summary>The rule for real batches.</summary>
    public static DawidSkeneOptions Default { get; } = new();

    /// <summary>Dawid and Skene (1979) as published: no prior at all, class shares learned.</summary>
    public static DawidSkeneOptions Plain { get; } = new() { Strength = 0, LearnClassPrior = true, ClassPriorCount = 0 };

    /// <summary>
    /// Pseudo-answers behind each row of a worker's error matrix, spread as one accuracy for all labels says; infinity leaves only
    /// that accuracy (one-coin); 0 leaves only the counts. Null: 10, and from 100 answered items on 3 a label where that is more.
    /// </summary>
    public double? Strength { get; init; }

    /// <summary>Whether the shares of the labels are learned or taken to be equal. Null: learned from 100 answered items on.</summary>
    public bool? LearnClassPrior { get; init; }

    /// <summary>
    /// Pseudo-items added to each learned label share. Null: 5, and ten mean items a label for each worker there in effect is, since a few
    /// workers who always give the same label could otherwise make it the usual one.
    /// </summary>
    public double? ClassPriorCount { get; init; }

    /// <summary>Most iterations; 0 gives the vote shares.</summary>
    public int Iterations { get; init; } = 200;

    /// <summary>Stops when no posterior moves by more.</summary>
    public double Tolerance { get; init; } = 1e-8;
}
