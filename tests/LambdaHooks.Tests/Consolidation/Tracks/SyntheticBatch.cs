using System.Text.Json;
using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.Tests.Shared;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation.Tracks;

/// <summary>A batch whose truth is known.</summary>
internal sealed record SyntheticBatch(string Name, IReadOnlyList<ObjectAnswers> Objects, IReadOnlyList<Segment[]> Truth)
{
    private static readonly TrackKey Key = new("event", null);

    /// <summary>The batches of one setting beside the checkout.</summary>
    public static IReadOnlyList<SyntheticBatch> Of(string setting) =>
        [.. Directory.GetFiles(Checkout.SharedData("data", "synthetic"), $"{setting}-*.json").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>A batch from the truth and every worker's marks of each clip.</summary>
    public static SyntheticBatch From(string name, IReadOnlyList<(Segment[] Truth, Segment[][] Workers)> clips) => new(
        name,
        [.. clips.Select((c, i) => new ObjectAnswers($"{i:000}", [.. c.Workers.Select((w, n) => new Answer($"w{n}") { Tracks = [new Track(Key, w)] })]))],
        [.. clips.Select(c => c.Truth)]);

    /// <summary>Mean over clips of F1 of the fused tracks against the truth.</summary>
    public double F1(double overlap) => F1(Consolidate().Select(c => c.Tracks.Count == 0 ? [] : c.Tracks[0].Segments.Select(s => s.Segment).ToArray()), overlap);

    /// <summary>Mean over clips of F1 of any tracks against the truth: a segment matches when the label is right and the overlap is enough.</summary>
    public double F1(IEnumerable<Segment[]> tracks, double overlap) => tracks.Zip(Truth, (found, truth) => F1(found, truth, overlap)).Average();

    /// <summary>Everything the batch comes to.</summary>
    public Consolidated[] Consolidate()
    {
        var study = BatchStudy.Of(Objects, ConsolidationSettings.Default);
        return [.. Objects.Select(o => Consolidator.Consolidate(o, study))];
    }

    private static double F1(Segment[] found, Segment[] truth, double overlap)
    {
        var matches = new double[found.Length, truth.Length];
        for (var f = 0; f < found.Length; f++)
        {
            for (var t = 0; t < truth.Length; t++)
            {
                matches[f, t] = found[f].Label == truth[t].Label && found[f].Interval.OverlapRatio(truth[t].Interval) >= overlap ? 1 : 0;
            }
        }

        return found.Length + truth.Length == 0 ? 1 : 2 * DenseAssignment.Best(matches) / (found.Length + truth.Length);
    }

    private static SyntheticBatch Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return From(Path.GetFileName(path), [.. document.RootElement.EnumerateArray().Select(c =>
            (Segments(c.GetProperty("truth")), c.GetProperty("workers").EnumerateArray().Select(Segments).ToArray()))]);
    }

    private static Segment[] Segments(JsonElement list) =>
        [.. list.EnumerateArray().Select(s => new Segment(Interval.Seconds(s[0].GetDecimal(), s[1].GetDecimal()), s[2].GetString()))];
}
