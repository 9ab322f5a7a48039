namespace LambdaHooks.GroundTruth;

/// <summary>
/// What a whole batch comes to: its workers, how much they agree, and what a person should look at first. Written as <c>batch.json</c>
/// beside the batch's records.
/// </summary>
/// <param name="Job">Name of the labeling job.</param>
/// <param name="Objects">Data objects in the batch.</param>
/// <param name="Consolidated">How many of them have a label.</param>
/// <param name="Answers">Answers that were used.</param>
/// <param name="Rejections">Answers, and parts of answers, that were not.</param>
/// <param name="Workers">Everybody whose answer was used, ordered by name.</param>
/// <param name="Tracks">Agreement by category of track, ordered by category.</param>
/// <param name="Questions">Agreement by whole-clip question, ordered by question.</param>
/// <param name="Review">Objects to look at, most in doubt first.</param>
public sealed record BatchWire(
    string Job,
    int Objects,
    int Consolidated,
    int Answers,
    int Rejections,
    IReadOnlyList<WorkerWire> Workers,
    IReadOnlyList<CategoryAgreementWire> Tracks,
    IReadOnlyList<QuestionAgreementWire> Questions,
    IReadOnlyList<ReviewItemWire> Review)
{
    /// <summary>Version of this shape.</summary>
    public int Version { get; init; } = 1;
}

/// <summary>Agreement on the tracks of one category, over the batch.</summary>
/// <param name="Category">The category.</param>
/// <param name="Kind"><c>segments</c>, <c>partition</c> or <c>points</c>.</param>
/// <param name="F1">Mean pairwise F1 at an overlap of one half, over clips.</param>
/// <param name="Overlap">Mean pairwise intersection over union, over clips.</param>
/// <param name="LabelAlpha">Krippendorff's alpha (nominal) of the labels of matched segments.</param>
/// <param name="Gamma">Gamma (Mathet et al. 2015) of the batch; null where it was not asked for.</param>
/// <param name="GammaCat">Gamma-cat (Mathet 2017) of the batch; null where it was not asked for.</param>
public sealed record CategoryAgreementWire(string Category, string Kind, MeasureWire F1, MeasureWire Overlap, MeasureWire LabelAlpha, MeasureWire? Gamma, MeasureWire? GammaCat);

/// <summary>Agreement on one whole-clip question, over the batch.</summary>
/// <param name="Question">The question.</param>
/// <param name="Measure"><c>alpha-nominal</c>, <c>alpha-ordinal</c>, <c>alpha-interval</c> or <c>alpha-masi</c>; <c>word-error-rate</c> for text.</param>
/// <param name="Value">The figure.</param>
public sealed record QuestionAgreementWire(string Question, string Measure, MeasureWire Value);

/// <summary>One figure, or the reason why there is none.</summary>
/// <param name="Value">The figure, four decimals; null where it is not defined.</param>
/// <param name="Units">What it rests on: clips, segments or answers.</param>
/// <param name="Low">Lower end of the 95 % bootstrap interval; null where there is none.</param>
/// <param name="High">Upper end; null where there is none.</param>
/// <param name="Reason">Why there is no figure: a fixed code, a colon, and the explanation.</param>
public sealed record MeasureWire(double? Value, int Units, double? Low, double? High, string? Reason);

/// <summary>One object of the review queue.</summary>
/// <param name="ObjectId">Its id.</param>
/// <param name="Priority">Seconds in doubt; see <see cref="ReviewWire"/>.</param>
/// <param name="Reasons">Flags.</param>
public sealed record ReviewItemWire(string ObjectId, double Priority, IReadOnlyList<string> Reasons);
