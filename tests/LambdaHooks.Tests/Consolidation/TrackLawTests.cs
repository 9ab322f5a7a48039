using CsCheck;
using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation;

/// <summary>What holds for any answers. 10,000 generated cases each.</summary>
public class TrackLawTests
{
    private const int Cases = 10_000;

    [Fact]
    public void OrderOfAnswersTracksAndSegmentsChangesNothing() => Gen.Select(SomeAnswers.Several, Gen.Int).Sample((answers, seed) =>
        Assert.Equal(InWords.Everything(Consolidate(answers)), InWords.Everything(Consolidate(SomeAnswers.Shuffled(answers, seed)))), iter: Cases, print: t => InWords.Answers(t.Item1));

    [Fact]
    public void OneWorkersAnswerPassesThroughUnchangedButForWhatSaysNothing() => SomeAnswers.One.Sample(answer =>
    {
        var result = Consolidate([answer]);
        Assert.Equal(
            Opened(answer).SelectMany(t => t.Segments.DistinctBy(InWords.Mark).Select(s => $"{t.Key} {InWords.Mark(Sorted(s))}")).Order(StringComparer.Ordinal),
            result.Tracks.SelectMany(t => t.Segments.Concat(t.Candidates).Select(s => $"{t.Key} {InWords.Mark(Sorted(s.Segment))}")).Order(StringComparer.Ordinal));
        Assert.All(result.Tracks.SelectMany(t => t.Segments), s => Assert.Equal(1, s.Confidence));
        Assert.All(result.Tracks.SelectMany(t => t.Candidates), s => Assert.Contains(Assert.Single(s.Flags), new[] { Flags.Empty, Flags.Duplicate }));
        Assert.All(result.Tracks.SelectMany(t => t.Candidates).Where(s => s.Flags[0] == Flags.Empty), s => Assert.True(s.Segment.Interval.IsEmpty));
    }, iter: Cases, print: answer => InWords.Answers([answer]));

    [Fact]
    public void ShiftingAllTimesShiftsTheResult() => Gen.Select(SomeAnswers.Several, Gen.Long[-10_000_000, 10_000_000]).Sample((answers, by) =>
        Assert.Equal(
            InWords.Everything(Consolidate(answers)),
            InWords.Everything(Consolidate(SomeAnswers.Shifted(answers, new MediaTime(by))), origin: new MediaTime(by))), iter: Cases, print: t => InWords.Answers(t.Item1));

    [Fact]
    public void SegmentsComeInOrderAndInsideTheHullOfTheirEvidence() => ForAnyAnswers(answers =>
    {
        foreach (var track in Consolidate(answers).Tracks)
        {
            Assert.Equal(track.Segments.Select(s => s.Segment.Interval).Order(), track.Segments.Select(s => s.Segment.Interval));
            Assert.All(track.Segments.Concat(track.Candidates), AssertInsideHull);
        }
    });

    [Fact]
    public void AWorkerStandsBehindASegmentOnce() => ForAnyAnswers(answers =>
        Assert.All(Consolidate(answers).Tracks, t => Assert.All(t.Segments.Concat(t.Candidates), s =>
        {
            var workers = s.Evidence.Where(e => t.Kind != TrackKind.Partition || !e.PresenceOnly).Select(e => e.Worker);
            Assert.Equal(workers.Distinct().Order(StringComparer.Ordinal), workers);
        })));

    [Fact]
    public void EveryMarkIsEvidenceOnceUnlessItOnlySaysThatSomethingIsThere() => ForAnyAnswers(answers =>
    {
        // A mark over several pieces of a partition places one of them, and says of the others that something is there.
        var result = Consolidate(answers);
        var evidence = result.Tracks.SelectMany(t => t.Segments.Concat(t.Candidates).SelectMany(s => s.Evidence)
            .Select(e => (PresenceOnly: e.PresenceOnly || t.Kind == TrackKind.Partition, Mark: $"{e.Worker} {t.Key} {InWords.Mark(e.Segment)}"))).ToLookup(e => e.PresenceOnly, e => e.Mark);
        Assert.Equal(
            answers.SelectMany(a => Opened(a).SelectMany(t => t.Segments.Select(InWords.Mark).Distinct().Select(m => $"{a.Worker} {t.Key} {m}"))).Order(StringComparer.Ordinal),
            evidence[false].Concat(evidence[true].Distinct()).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void ASegmentIsInWhereMoreThanHalfOfTheOpenersMarkedIt() => ForAnyAnswers(answers =>
    {
        foreach (var track in Consolidate(answers).Tracks.Where(t => t.Kind != TrackKind.Partition))
        {
            Assert.Equal(answers.Where(a => Opened(a).Any(t => t.Key == track.Key)).Select(a => a.Worker), track.OpenedBy);
            Assert.All(track.Segments, s => Assert.True(s.Evidence.Count > track.OpenedBy.Count / 2.0));
            Assert.All(track.Candidates.Where(s => s.Evidence.Any(e => e.Weight > 0)), s => Assert.True(s.Evidence.Count <= track.OpenedBy.Count / 2.0));
        }
    });

    [Fact]
    public void ConfidenceAndAgreementLieBetweenZeroAndOne() => ForAnyAnswers(answers =>
    {
        var result = Consolidate(answers);
        Assert.All(AllSegments(result), s => Assert.InRange(s.Confidence, 0, 1));
        Assert.All(result.Agreement, a =>
        {
            Assert.Equal(a.Workers < 2, a.F1 is null);
            Assert.InRange(a.F1 ?? 0, 0, 1);
            Assert.InRange(a.OverlapRatio ?? 0, 0, 1);
            Assert.Equal(a.Workers < 2, a.OverlapRatio is null);
        });
    });

    [Fact]
    public void WorkersWhoSayTheSameAgreeFullyAndFuseToIt() => Gen.Select(SomeAnswers.One, Gen.Int[2, 5]).Sample((answer, workers) =>
    {
        var alone = Consolidate([answer]);
        var result = Consolidate([.. Enumerable.Range(0, workers).Select(i => answer with { Worker = $"w{i}" })]);
        var partitions = alone.Tracks.Concat(result.Tracks).Where(t => t.Kind == TrackKind.Partition).Select(t => t.Key).ToHashSet();
        Assert.Equal(Fused(alone, partitions), Fused(result, partitions));
        Assert.All(result.Tracks.Where(t => !partitions.Contains(t.Key)).SelectMany(t => t.Segments), s => Assert.InRange(s.Confidence, 0.9, 1));
        Assert.All(result.Agreement, a => Assert.Equal((1.0, 1.0), (a.F1!.Value, a.OverlapRatio!.Value)));
    }, iter: Cases, print: t => InWords.Answers([t.Item1]));

    private static void ForAnyAnswers(Action<Answer[]> law) => SomeAnswers.Several.Sample(law, iter: Cases, print: InWords.Answers);

    private static Consolidated Consolidate(IReadOnlyList<Answer> answers)
    {
        return Consolidator.Consolidate(answers);
    }

    /// <summary>Without partitions: several voices close the small gaps that a single one is left with, and tell a partition sooner.</summary>
    private static IEnumerable<string> Fused(Consolidated result, HashSet<TrackKey> partitions) =>
        result.Tracks.Where(t => !partitions.Contains(t.Key)).SelectMany(t => t.Segments.Select(s => $"{t.Key} {InWords.Mark(s.Segment)}")).Order(StringComparer.Ordinal);

    private static IEnumerable<ConsolidatedSegment> AllSegments(Consolidated result) => result.Tracks.SelectMany(t => t.Segments.Concat(t.Candidates));

    private static IEnumerable<(TrackKey Key, Segment[] Segments)> Opened(Answer answer) => answer.Tracks
        .Where(t => t.Opened || t.Segments.Count > 0)
        .GroupBy(t => t.Key, (key, tracks) => (key, tracks.SelectMany(t => t.Segments).ToArray()));

    private static Segment Sorted(Segment segment) => segment with { Labels = [.. segment.Labels.Order(StringComparer.Ordinal)] };

    private static void AssertInsideHull(ConsolidatedSegment fused)
    {
        var hull = fused.Evidence.Select(e => e.Segment.Interval).Aggregate((a, b) => a.Hull(b));
        Assert.True(fused.Segment.Interval.Start <= fused.Segment.Interval.End);
        Assert.True(hull.Start <= fused.Segment.Interval.Start && fused.Segment.Interval.End <= hull.End);
    }
}
