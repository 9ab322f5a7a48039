namespace LambdaHooks.Datasets;

/// <summary>A preference pair: two media made from one prompt, and which of them people prefer.</summary>
/// <param name="Id">Stable id: job, object and the two candidates.</param>
/// <param name="Prompt">The prompt.</param>
/// <param name="Chosen">Where the better medium lies.</param>
/// <param name="Rejected">Where the other lies.</param>
/// <param name="Margin">Mean strength of the preference, over 0 to 3.</param>
/// <param name="Agreement">Share of the workers who prefer the chosen one, 0 to 1.</param>
/// <param name="Workers">How many compared the two.</param>
/// <param name="PromptId">Id of the prompt, or null.</param>
/// <param name="ChosenModel">What made the better medium, or null.</param>
/// <param name="RejectedModel">What made the other, or null.</param>
public sealed record PreferencePair(
    string Id, string Prompt, string Chosen, string Rejected, double Margin, double Agreement, int Workers, string? PromptId, string? ChosenModel, string? RejectedModel)
{
    /// <summary>
    /// The pair of the best and the worst candidate of an object; none where the two are a tie, were not compared, or the prompt or the
    /// media are not known (the answers echoed no task token).
    /// </summary>
    public static PreferencePair? From(ObjectResult result)
    {
        if (result.Consolidated.Preference is not { } preference || result.Prompt is null)
        {
            return null;
        }

        var (best, worst) = (preference.Scores[0].Candidate, preference.Scores[^1].Candidate);
        var pair = preference.Pairs.FirstOrDefault(p => p.Better == best && p.Worse == worst);
        return pair is { Tie: false } && result.Media.GetValueOrDefault(best) is { } chosen && result.Media.GetValueOrDefault(worst) is { } rejected
            ? new PreferencePair(
                $"{result.Job}/{result.ObjectId}/{best}-over-{worst}", result.Prompt, chosen.Uri, rejected.Uri,
                Math.Round(pair.Margin, 4), Math.Round(pair.Agreement, 4), pair.Workers, result.PromptId, chosen.Model, rejected.Model)
            : null;
    }
}
