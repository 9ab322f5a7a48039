using CsCheck;
using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation;

/// <summary>A generated batch and what is known before it.</summary>
internal sealed record SomeBatch(ObjectAnswers[] Objects, ConsolidationSettings Settings)
{
    public BatchStudy Study() => BatchStudy.Of(Objects, Settings);

    /// <summary>Every object's result, by place.</summary>
    public Consolidated[] Results()
    {
        var study = Study();
        return [.. Objects.Select(o => Consolidator.Consolidate(o, study))];
    }

    public override string ToString() => string.Join('\n', [
        $"excluded {string.Join(' ', Settings.AlwaysExclude)}, known {string.Join(' ', Settings.KnownReliabilities)}, kinds {string.Join(' ', Settings.TrackKinds)}",
        .. Objects.Select(o => $"{o.ObjectId}:\n{InWords.Answers(o.Answers)}\n{string.Join('\n', o.Answers.SelectMany(a => a.Clip.Select(c => $"{a.Worker} {c.Key}: {InWords.ClipAnswer(c.Value)}")))}"),
    ]);
}

/// <summary>Generated batches: few objects, tracks of every kind, clip answers of every shape, preferences, workers left out.</summary>
internal static class SomeBatches
{
    private const int MostWorkers = 5;

    private static readonly string[] Left = ["a", "b"];
    private static readonly string[] Right = ["b", "a"];

    private static readonly Gen<ClipAnswer> ClipAnswers = Gen.Int[0, 12].Select(ClipAnswer (i) => i switch
    {
        < 3 => new ClipAnswer.Choice("abc"[i].ToString()),
        < 6 => new ClipAnswer.Number(i - 2),
        6 => new ClipAnswer.Number(0.1),
        7 => new ClipAnswer.Options(new Dictionary<string, bool> { ["yes"] = true, ["no"] = false }),
        8 => new ClipAnswer.Options(new Dictionary<string, bool> { ["no"] = true, ["yes"] = false }),
        9 => new ClipAnswer.Options(new Dictionary<string, bool> { ["yes"] = true, ["no"] = true }),
        10 => new ClipAnswer.Text(""),
        11 => new ClipAnswer.Text("one two three"),
        _ => new ClipAnswer.Text("one too three"),
    });

    private static readonly Gen<Preference> Preferences = Gen.Select(Gen.Bool, Gen.Int[-6, 6], Gen.Bool, (swapped, halves, tie) =>
        new Preference(swapped ? Right : Left, halves / 2.0, tie));

    private static readonly Gen<Track> Partitions = Gen.Select(Gen.Int[1, 9].Array[1, 6], Gen.Int[0, 2].Array[6], (lengths, labels) =>
    {
        var (segments, at) = (new List<Segment>(), 0L);
        for (var i = 0; i < lengths.Length; i++)
        {
            var end = at + (lengths[i] * 1_000_000L);
            segments.Add(new Segment(new Interval(new MediaTime(at), new MediaTime(end)), "ABC"[labels[i]].ToString()));
            at = end;
        }

        return new Track(new TrackKey("section", null), segments);
    });

    private static readonly Gen<Track> Instants = Gen.Int[0, 40].Array[0, 5].Select(times =>
        new Track(new TrackKey("click", null), [.. times.Select(t => new Segment(new Interval(new MediaTime(t * 100_000L), new MediaTime(t * 100_000L)), "A"))]));

    private static readonly Gen<Answer> Answers = Gen.Select(
        Gen.Frequency((6, SomeAnswers.Tracks), (2, Partitions), (1, Instants)).Array[0, 3],
        ClipAnswers.Null(0.5),
        ClipAnswers.Null(0.5),
        Preferences.Null(0.6),
        (tracks, p, q, preference) => new Answer("") { Tracks = tracks, Clip = Clip(p, q), Preference = preference });

    private static readonly Gen<ConsolidationSettings> Settings = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 3], (excluded, known, kinds) => new ConsolidationSettings
    {
        AlwaysExclude = excluded switch { 0 => new HashSet<string> { "w1" }, 1 => new HashSet<string> { "w0", "w3" }, _ => new HashSet<string>() },
        KnownReliabilities = known switch { 0 => new Dictionary<string, double> { ["w0"] = 0.9, ["w2"] = 0.4 }, 1 => new Dictionary<string, double> { ["w1"] = 0.05 }, _ => new Dictionary<string, double>() },
        TrackKinds = kinds switch { 0 => new Dictionary<string, TrackKind> { ["section"] = TrackKind.Partition }, 1 => new Dictionary<string, TrackKind> { ["speaker"] = TrackKind.Points }, _ => new Dictionary<string, TrackKind>() },
    });

    /// <summary>Batches of up to four objects with different ids.</summary>
    public static readonly Gen<SomeBatch> Any = Gen.Select(Answers.Null(0.25).Array[0, MostWorkers].Array[1, 4], Settings, (objects, settings) =>
        new SomeBatch([.. objects.Select((answers, o) => new ObjectAnswers($"o{o}", Named(answers)))], settings));

    /// <summary>The same of one worker.</summary>
    public static readonly Gen<SomeBatch> OfOneWorker = Answers.Array[1, 4].Select(answers =>
        new SomeBatch([.. answers.Select((a, o) => new ObjectAnswers($"o{o}", [a with { Worker = "w1" }]))], ConsolidationSettings.Default));

    /// <summary>The same batch with everything in another order that may be in any.</summary>
    public static SomeBatch Shuffled(SomeBatch batch, int seed) => batch with
    {
        Objects = SomeAnswers.Shuffle(batch.Objects.Select(o => o with { Answers = SomeAnswers.Shuffled(o.Answers, seed) }), new Random(seed)),
    };

    private static Answer[] Named(Answer?[] answers) => [.. answers.Select((a, w) => (Answer: a, Worker: $"w{w}")).Where(a => a.Answer is not null).Select(a => a.Answer! with { Worker = a.Worker })];

    private static Dictionary<string, ClipAnswer> Clip(ClipAnswer? first, ClipAnswer? second) =>
        new[] { (Question: "p", Value: first), (Question: "q", Value: second) }.Where(c => c.Value is not null).ToDictionary(c => c.Question, c => c.Value!);
}
