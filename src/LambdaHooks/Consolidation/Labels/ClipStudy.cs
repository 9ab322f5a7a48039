using LambdaHooks.Answers;
using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Consolidation.Labels;

/// <summary>What whole-clip answers of a batch say about one worker.</summary>
/// <param name="Accuracy">How often their labels are right by the label model, 0 to 1; null where no one else labelled the same objects.</param>
/// <param name="Labels">How many labels that rests on.</param>
/// <param name="GoldAgreement">Mean agreement with gold answers, 0 to 1; null where they answered none.</param>
/// <param name="Constant">The questions they answer always the same; empty for most.</param>
internal sealed record WorkerLabels(double? Accuracy, int Labels, double? GoldAgreement, IReadOnlyList<ConstantAnswer> Constant);

/// <summary>
/// The whole-clip answers of a whole batch: each question's kind is told from all of them, who errs how is learned from all of them, and
/// then each object's answers are fused.
/// </summary>
/// <remarks>
/// The order of objects, answers and questions changes nothing. One worker's answer passes through unchanged. Numbers fuse to their
/// median, labels to the most likely by <see cref="DawidSkene"/>, options one by one, texts word by word. Questions are
/// estimated when they are first needed; may be used from several threads.
/// </remarks>
internal sealed class ClipStudy
{
    private readonly SortedDictionary<string, ClipQuestion> questions = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyDictionary<string, WorkerLabels>> workers;

    /// <param name="objects">The batch; at most one answer a worker and object.</param>
    /// <param name="settings">Gold answers, and how far workers are known to be right.</param>
    /// <param name="weightOf">How much a worker counts, about 1; 0 for one who is excluded, whose answers are kept as evidence.</param>
    /// <param name="texts">How far each worker's texts can be believed.</param>
    public ClipStudy(IReadOnlyList<ObjectAnswers> objects, ConsolidationSettings settings, Func<string, double> weightOf, TextReliabilities texts)
    {
        var byQuestion = new Dictionary<string, List<QuestionAnswer>>(StringComparer.Ordinal);
        foreach (var data in objects.OrderBy(o => o.ObjectId, StringComparer.Ordinal))
        {
            foreach (var answer in data.Answers.OrderBy(a => a.Worker, StringComparer.Ordinal))
            {
                Add(byQuestion, data.ObjectId, answer);
            }
        }

        foreach (var (question, answers) in byQuestion)
        {
            questions.Add(question, ClipQuestion.Of(new QuestionTable(question, answers, settings, weightOf, texts)));
        }

        workers = new Lazy<IReadOnlyDictionary<string, WorkerLabels>>(() => WorkerMeasures.Of(questions.Values));
    }

    /// <summary>Workers who answer always the same, by question, then worker; told from the answers alone, whatever the weights.</summary>
    public IReadOnlyList<ConstantAnswer> ConstantAnswers => [.. questions.Values.SelectMany(Labels.ConstantAnswers.Of)];

    /// <summary>What a question asks for; null for one nobody answered.</summary>
    public QuestionKind? KindOf(string question) => questions.TryGetValue(question, out var known) ? known.Kind : null;

    /// <summary>What the batch says about a worker.</summary>
    public WorkerLabels Of(string worker) => workers.Value.TryGetValue(worker, out var known) ? known : new WorkerLabels(null, 0, null, []);

    /// <summary>How much the workers agree on each question, by question.</summary>
    public IReadOnlyList<QuestionAgreement> Agreement(AgreementOptions options) => [.. questions.Values.Select(q => QuestionMeasures.Of(q, options))];

    /// <summary>Fuses one object's answers, ordered by question.</summary>
    /// <param name="data">An object of the batch.</param>
    public IReadOnlyList<ConsolidatedClipAnswer> Fuse(ObjectAnswers data)
    {
        var evidence = new SortedDictionary<string, List<(string Worker, ClipAnswer Value)>>(StringComparer.Ordinal);
        foreach (var answer in data.Answers.OrderBy(a => a.Worker, StringComparer.Ordinal))
        {
            foreach (var (question, value) in answer.Clip)
            {
                if (!evidence.TryGetValue(question, out var list))
                {
                    evidence.Add(question, list = []);
                }

                list.Add((answer.Worker, value));
            }
        }

        return [.. evidence.Select(e => questions[e.Key].Fuse(data.ObjectId, e.Value))];
    }

    private static void Add(Dictionary<string, List<QuestionAnswer>> byQuestion, string objectId, Answer answer)
    {
        foreach (var (question, value) in answer.Clip)
        {
            if (!byQuestion.TryGetValue(question, out var list))
            {
                byQuestion.Add(question, list = []);
            }

            list.Add(new QuestionAnswer(objectId, answer.Worker, value));
        }
    }
}
