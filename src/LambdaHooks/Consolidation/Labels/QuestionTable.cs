using LambdaHooks.Answers;
using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Consolidation.Labels;

/// <summary>One worker's answer to a question about one object.</summary>
internal readonly record struct QuestionAnswer(string ObjectId, string Worker, ClipAnswer Value);

/// <summary>
/// All answers of one question over a batch that have the shape most answers have, with objects and workers numbered in ordinal order.
/// </summary>
internal sealed class QuestionTable
{
    private readonly ConsolidationSettings settings;

    /// <param name="question">The question.</param>
    /// <param name="all">At least one answer, by object, then worker.</param>
    /// <param name="settings">What is known before.</param>
    /// <param name="weightOf">How much a worker counts; 0 for one who is excluded.</param>
    /// <param name="texts">How far each worker's texts can be believed.</param>
    public QuestionTable(string question, IReadOnlyList<QuestionAnswer> all, ConsolidationSettings settings, Func<string, double> weightOf, TextReliabilities texts)
    {
        (Question, this.settings, WeightOf, Texts) = (question, settings, weightOf, texts);
        Shape = Vote.Most(all.Select(a => (a.Value.GetType().Name, 1.0)), StringComparer.Ordinal).Winner;
        QuestionAnswer[] answers = [.. all.Where(a => IsOfShape(a.Value))];
        Objects = [.. answers.Select(a => a.ObjectId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Workers = [.. answers.Select(a => a.Worker).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Weights = [.. Workers.Select(w => Math.Max(0, weightOf(w)))];
        Answers = [.. answers.Select(a => (ItemOf(a.ObjectId), Array.BinarySearch(Workers, a.Worker, StringComparer.Ordinal), a.Value))];
        Gold = [.. Objects.Select(o => GoldOf(o))];
    }

    public string Question { get; }

    /// <summary>The name of the shape.</summary>
    public string Shape { get; }

    /// <summary>Ids, ordinal.</summary>
    public string[] Objects { get; }

    /// <summary>Names, ordinal.</summary>
    public string[] Workers { get; }

    /// <summary>By worker; 0 for one who is excluded.</summary>
    public double[] Weights { get; }

    /// <summary>By object, then worker.</summary>
    public (int Item, int Worker, ClipAnswer Value)[] Answers { get; }

    /// <summary>By object; null where none is known.</summary>
    public ClipAnswer?[] Gold { get; }

    public Func<string, double> WeightOf { get; }

    public TextReliabilities Texts { get; }

    /// <summary>The object's number; negative where nobody gave it an answer of this shape.</summary>
    public int ItemOf(string objectId) => Array.BinarySearch(Objects, objectId, StringComparer.Ordinal);

    public bool IsOfShape(ClipAnswer value) => value.GetType().Name == Shape;

    /// <summary>Where an object's answers begin.</summary>
    public int FirstOf(int item)
    {
        var (low, high) = (0, Answers.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Answers[middle].Item < item ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>An object's answers that count: of workers who are not excluded, or of everybody where all are.</summary>
    public IReadOnlyList<(int Item, int Worker, ClipAnswer Value)> CountedOf(int item)
    {
        var all = new List<(int Item, int Worker, ClipAnswer Value)>();
        for (var a = FirstOf(item); a < Answers.Length && Answers[a].Item == item; a++)
        {
            all.Add(Answers[a]);
        }

        var counted = all.FindAll(a => Weights[a.Worker] > 0);
        return counted.Count > 0 ? counted : all;
    }

    /// <summary>How far each worker's answers are known to be right, by worker.</summary>
    public Dictionary<int, double> KnownAccuracies()
    {
        var known = new Dictionary<int, double>();
        for (var w = 0; w < Workers.Length; w++)
        {
            if (settings.KnownReliabilities.TryGetValue(Workers[w], out var reliability))
            {
                known.Add(w, reliability);
            }
        }

        return known;
    }

    /// <summary>The same question asked of one object alone, whose workers all answered in another shape.</summary>
    public QuestionTable Alone(IReadOnlyList<QuestionAnswer> answers) => new(Question, answers, settings, WeightOf, Texts);

    private ClipAnswer? GoldOf(string objectId) =>
        settings.Gold.TryGetValue(objectId, out var gold) && gold.Clip.TryGetValue(Question, out var value) && IsOfShape(value) ? value : null;
}
