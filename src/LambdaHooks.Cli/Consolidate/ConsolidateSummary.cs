using System.Globalization;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Consolidate;

/// <summary>What a person sees on the terminal after a job was consolidated.</summary>
internal sealed class ConsolidateSummary(Screen screen)
{
    private const int MostReviewed = 10;

    public void Show(BatchWire batch)
    {
        screen.Title($"{batch.Job}: {batch.Consolidated} of {batch.Objects} objects consolidated, {batch.Answers} answers used, {batch.Rejections} rejections");
        foreach (var track in batch.Tracks)
        {
            screen.Line($"  {track.Category}: F1 {Figure(track.F1)}, overlap {Figure(track.Overlap)}, alpha of labels {Figure(track.LabelAlpha)}");
        }

        foreach (var question in batch.Questions)
        {
            screen.Line($"  {question.Question}: {question.Measure} {Figure(question.Value)}");
        }

        foreach (var worker in batch.Workers.Where(w => w.Excluded is not null))
        {
            screen.Bad($"  excluded: {worker.Worker}: {worker.Excluded}");
        }

        ShowReview(batch.Review);
    }

    public void ShowPaths(IEnumerable<string> paths)
    {
        screen.Title("Written");
        foreach (var path in paths.Where(File.Exists))
        {
            screen.Line($"  {path}");
        }
    }

    private void ShowReview(IReadOnlyList<ReviewItemWire> review)
    {
        if (review.Count == 0)
        {
            return;
        }

        screen.Line($"  to review: {review.Count}");
        foreach (var item in review.Take(MostReviewed))
        {
            screen.Line($"    object {item.ObjectId}: {item.Priority.ToString("0.##", CultureInfo.InvariantCulture)} s in doubt, {string.Join(", ", item.Reasons)}");
        }
    }

    private static string Figure(MeasureWire measure) =>
        measure.Value?.ToString("0.##", CultureInfo.InvariantCulture) ?? $"none ({measure.Reason?.Split(':')[0] ?? "not defined"})";
}
