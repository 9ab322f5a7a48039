using CsCheck;
using LambdaHooks.Answers;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation;

/// <summary>Generated answers, small and crowded, so that segments overlap, repeat and contradict each other often.</summary>
internal static class SomeAnswers
{
    private static readonly string?[] Labels = [null, "A", "B", "C"];
    private static readonly string[] Texts = ["", "one two", "one too", "three"];
    private static readonly string[][] LabelSets = [[], ["p"], ["p", "q"], ["q", "p"]];
    private static readonly string?[] Ids = [null, "s1", "s2", "s3"];
    private static readonly string?[] Values = [null, "high", "low"];
    private static readonly TrackKey[] Keys = [new("defect", "m1"), new("speaker", null), new("speaker", "m1")];

    private static readonly Gen<Interval> Intervals = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 20], Gen.Int[0, 3], (start, length, odd) =>
        new Interval(new MediaTime((start * 100_000L) + odd), new MediaTime(((start + length) * 100_000L) + (2 * odd))));

    public static readonly Gen<Segment> Segments = Gen.Select(
        Intervals, OneOf(Labels), OneOf(Texts), OneOf(LabelSets), OneOf(Values), OneOf(Ids),
        (interval, label, text, labels, value, id) => new Segment(interval, label)
        {
            Text = text,
            Labels = labels,
            Id = id,
            Attributes = value is null ? Segment.NoAttributes : new Dictionary<string, string> { ["severity"] = value },
        });

    public static readonly Gen<Track> Tracks = Gen.Select(OneOf(Keys), Segments.Array[0, 5], Gen.Bool, (key, segments, opened) =>
        new Track(key, WithRepeats(segments)) { Opened = opened });

    /// <summary>One worker's answer.</summary>
    public static readonly Gen<Answer> One = Tracks.Array[0, 4].Select(tracks => new Answer("w1") { Tracks = tracks });

    /// <summary>Up to five workers' answers, tracks only.</summary>
    public static readonly Gen<Answer[]> Several = Tracks.Array[0, 4].Array[0, 5]
        .Select(all => all.Select((tracks, i) => new Answer($"w{i}") { Tracks = tracks }).ToArray());

    /// <summary>The same answers with everything in another order that may be in any.</summary>
    public static Answer[] Shuffled(IEnumerable<Answer> answers, int seed)
    {
        var random = new Random(seed);
        return Shuffle(answers.Select(a => a with
        {
            Tracks = Shuffle(a.Tracks.Select(t => t with { Segments = Shuffle(t.Segments, random) }), random),
            Clip = Shuffle(a.Clip, random).ToDictionary(),
        }), random);
    }

    /// <summary>The same answers, moved.</summary>
    public static Answer[] Shifted(IEnumerable<Answer> answers, MediaTime by) => [.. answers.Select(a => a with
    {
        Tracks = [.. a.Tracks.Select(t => t with { Segments = [.. t.Segments.Select(s => s with { Interval = s.Interval.Shift(by) })] })],
    })];

    public static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Segment[] WithRepeats(Segment[] segments) => segments.Length > 3 ? [.. segments, segments[0]] : segments;

    public static T[] Shuffle<T>(IEnumerable<T> items, Random random)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
