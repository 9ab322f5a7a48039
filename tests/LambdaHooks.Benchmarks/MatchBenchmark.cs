using System.Globalization;
using LambdaHooks.Answers;
using LambdaHooks.Benchmarks.Data;
using LambdaHooks.Benchmarks.Measuring;
using LambdaHooks.Consolidation;
using LambdaHooks.Timeline;

namespace LambdaHooks.Benchmarks;

/// <summary>Reliability and consolidation of ever longer tracks, in process: does the time grow with the segments, or with their square?</summary>
internal sealed class MatchBenchmark(Report report)
{
    private const int Workers = 5;
    private const int Seed = 20261103;
    private const double MostGrowth = 1.5;
    private const int ManyWorkers = 9;
    private const int ManySegments = 2000;
    private static readonly TimeSpan MostOfMany = TimeSpan.FromSeconds(1);

    private static readonly int[] Steps = [10, 30, 100, 300, 1000, 3000, 10_000];
    private static readonly string[] Head = ["segments a worker", "min", "median", "max", "per segment", "allocated per segment", "growth exponent"];

    public Task RunAsync(CancellationToken cancel)
    {
        report.Title($"match: BatchStudy and Consolidator in process, one track, {Workers} workers");
        Answer[][] answers = [.. Steps.Select(s => Answers(s))];
        var seconds = Steps.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= Contest.Rounds; round++)
        {
            for (var step = 0; step < Steps.Length; step++)
            {
                cancel.ThrowIfCancellationRequested();
                var measured = InProcess.Seconds(() => Run(answers[step]));
                if (round > 0)
                {
                    seconds[step].Add(measured);
                }
            }
        }

        Tell([.. seconds.Select(Spread.Of)], [.. answers.Select(one => InProcess.AllocatedBytes(() => Run(one)))]);
        MeasureMany("ordinary", Answers(ManySegments, ManyWorkers), cancel);
        MeasureMany("crowded, all over each other", [.. Answers(ManySegments, ManyWorkers).Select(Crowded)], cancel);
        return Task.CompletedTask;
    }

    private void Tell(Spread[] spreads, long[] allocated)
    {
        report.Table(Head, [.. Steps.Select((s, i) => new[]
        {
            s.ToString(CultureInfo.InvariantCulture),
            Units.Time(spreads[i].Least),
            Units.Time(spreads[i].Median),
            Units.Time(spreads[i].Most),
            Units.Time(spreads[i].Median / (s * Workers)),
            string.Create(CultureInfo.InvariantCulture, $"{allocated[i] / (s * Workers)} B"),
            i == 0 ? "-" : Units.Ratio(InProcess.Growth(spreads, Steps, i - 1, i)),
        })]);
        var last = Steps.Length - 1;
        var thousand = Array.IndexOf(Steps, 1000);
        var growth = InProcess.Growth(spreads, Steps, thousand, last);
        report.Target($"match: growth exponent from {Steps[thousand]} to {Steps[last]} segments under {Units.Ratio(MostGrowth)}, where 2 is quadratic", growth < MostGrowth, Units.Ratio(growth));
    }

    private void MeasureMany(string form, Answer[] answers, CancellationToken cancel)
    {
        var seconds = new List<double>();
        for (var round = 0; round <= Contest.Rounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            seconds.Add(InProcess.Seconds(() => Run(answers)));
        }

        var median = Spread.Of(seconds[1..]).Median;
        report.Target($"match: {ManyWorkers} workers × {ManySegments} segments, {form}, under {Units.Time(MostOfMany.TotalSeconds)}", median < MostOfMany.TotalSeconds, Units.Time(median));
    }

    /// <summary>The same marks within a minute.</summary>
    private static Answer Crowded(Answer answer) => answer with
    {
        Tracks = [.. answer.Tracks.Select(t => t with { Segments = [.. t.Segments.Select(s => s with { Interval = s.Interval.Shift(new MediaTime((s.Interval.Start.Microseconds % 60_000_000) - s.Interval.Start.Microseconds)) })] })],
    };

    private static void Run(Answer[] answers)
    {
        var data = new ObjectAnswers("0", answers);
        var result = Consolidator.Consolidate(data, BatchStudy.Of([data], ConsolidationSettings.Default));
        _ = result.Tracks.Count == 1 ? 0 : throw new BenchmarkException("The track was lost.");
    }

    private static Answer[] Answers(int segments, int workers = Workers)
    {
        var random = new Random(Seed);
        var talk = Utterance.Talk(segments, random);
        return [.. Enumerable.Range(0, workers).Select(w => new Answer($"worker-{w}")
        {
            Tracks = [new Track(new TrackKey("speech", null), [.. talk.Select(u => Mark(u.AsMarked(random)))])],
        })];
    }

    private static Segment Mark(Utterance marked) =>
        new(new Interval(new MediaTime(marked.Start), new MediaTime(marked.End)), marked.Label) { Text = string.Join(' ', marked.Words) };
}
