using CsCheck;
using LambdaHooks.Consolidation;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation;

/// <summary>What holds for any batch of objects. 10,000 generated cases each.</summary>
public class BatchLawTests
{
    private const int Cases = 10_000;

    [Fact]
    public void OrderOfObjectsAnswersTracksAndSegmentsChangesNothing() => Gen.Select(SomeBatches.Any, Gen.Int).Sample((batch, seed) =>
        Assert.Equal(Everything(batch), Everything(SomeBatches.Shuffled(batch, seed))), iter: Cases, print: t => t.Item1.ToString());

    [Fact]
    public void ObjectsOfOneIdMayComeInAnyOrderToo() => Gen.Select(SomeBatches.Any, Gen.Int).Sample((batch, seed) =>
    {
        var twins = batch with { Objects = [.. batch.Objects.Select(o => o with { ObjectId = "o" })] };
        Assert.Equal(Everything(twins), Everything(SomeBatches.Shuffled(twins, seed)));
    }, iter: Cases, print: t => t.Item1.ToString());

    [Fact]
    public void ShiftingAllObjectsShiftsTheResults() => Gen.Select(SomeBatches.Any, Gen.Long[-10_000_000, 10_000_000]).Sample((batch, by) =>
    {
        var moved = batch with { Objects = [.. batch.Objects.Select(o => o with { Answers = SomeAnswers.Shifted(o.Answers, new MediaTime(by)) })] };
        Assert.Equal(Everything(batch), Everything(moved, new MediaTime(by)));
    }, iter: Cases, print: t => t.Item1.ToString());

    [Fact]
    public void OneWorkersAnswersPassThrough() => SomeBatches.OfOneWorker.Sample(batch =>
    {
        foreach (var (data, result) in batch.Objects.Zip(batch.Results()))
        {
            Assert.Equal(
                Tracks(data).SelectMany(t => t.Segments.DistinctBy(InWords.Mark).Select(s => $"{t.Key} {InWords.Mark(Sorted(s))}")).Order(StringComparer.Ordinal),
                result.Tracks.SelectMany(t => t.Segments.Concat(t.Candidates).Select(s => $"{t.Key} {InWords.Mark(Sorted(s.Segment))}")).Order(StringComparer.Ordinal));
            Assert.All(result.Tracks.SelectMany(t => t.Segments), s => Assert.Equal(1, s.Confidence));
            Assert.Equal(
                data.Answers[0].Clip.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {InWords.ClipAnswer(c.Value)}"),
                result.Clip.Select(c => $"{c.Question} {InWords.ClipAnswer(c.Value)}"));
        }
    }, iter: Cases);

    [Fact]
    public void WhatIsProbableIsANumberFromZeroToOne() => ForAnyBatch(batch =>
    {
        foreach (var result in batch.Results())
        {
            foreach (var segment in All(result))
            {
                Assert.True(segment.Segment.Interval.Start <= segment.Segment.Interval.End);
                Assert.InRange(segment.Confidence, 0, 1);
                AssertProbabilities(segment.Posterior);
                Assert.All(segment.Words, w => Assert.InRange(w.Confidence, 0, 1));
            }

            foreach (var answer in result.Clip)
            {
                Assert.InRange(answer.Confidence ?? 0, 0, 1);
                Assert.InRange(answer.Spread ?? 0, 0, 10);
                AssertProbabilities(answer.Posterior);
            }

            Assert.All(result.Agreement, a => Assert.InRange(a.F1 ?? 0, 0, 1));
            Assert.InRange(result.Review.Priority, 0, 1e9);
            Assert.All(result.Workers, w => Assert.All(new[] { w.Reliability, w.LabelAccuracy, w.TextReliability, w.GoldAgreement }, f => Assert.InRange(f ?? 0, 0, 1 + 1e-9)));
        }
    });

    [Fact]
    public void EveryMarkIsEvidenceOnceUnlessItOnlySaysThatSomethingIsThere() => ForAnyBatch(batch =>
    {
        foreach (var (data, result) in batch.Objects.Zip(batch.Results()))
        {
            var evidence = result.Tracks.SelectMany(t => t.Segments.Concat(t.Candidates).SelectMany(s => s.Evidence).Select(e => (t.Kind, e.PresenceOnly, Mark: $"{e.Worker} {t.Key} {InWords.Mark(e.Segment)}"))).ToArray();
            string[] placing = [.. evidence.Where(e => !e.PresenceOnly && e.Kind != TrackKind.Partition).Select(e => e.Mark)];
            Assert.Equal(
                data.Answers.SelectMany(a => Tracks(a).SelectMany(t => t.Segments.Select(s => $"{a.Worker} {t.Key} {InWords.Mark(s)}"))).Distinct().Order(StringComparer.Ordinal),
                evidence.Select(e => e.Mark).Distinct().Order(StringComparer.Ordinal));
            Assert.All(result.Tracks.Where(t => t.Kind != TrackKind.Partition), t => Assert.All(t.Segments.Concat(t.Candidates), s => Assert.Equal(s.Evidence.Count, s.Evidence.DistinctBy(e => e.Worker).Count())));
            Assert.Equal(placing.Distinct().Count(), placing.Length);
        }
    });

    [Fact]
    public void ASegmentIsInWhereMoreThanHalfOfThoseWhoCountMarkedIt() => ForAnyBatch(batch =>
    {
        foreach (var result in batch.Results())
        {
            var excluded = result.Workers.Where(w => w.Excluded is not null).Select(w => w.Worker).ToHashSet();
            foreach (var track in result.Tracks.Where(t => t.Kind != TrackKind.Partition))
            {
                var openers = track.OpenedBy.Count(w => !excluded.Contains(w));
                Assert.All(track.Segments.Where(s => !IsOneOfTwoLeft(track, s, openers)), s => Assert.True(Counting(s) * 2 > openers));
                Assert.All(track.Candidates.Where(s => Counting(s) > 0), s => Assert.True(Counting(s) * 2 <= openers));
            }
        }
    });

    [Fact]
    public void MarksOfTheExcludedAreKeptAndDecideNoPlaceTextOrPreference() => ForAnyBatch(batch =>
    {
        var without = batch with { Objects = [.. batch.Objects.Select(o => o with { Answers = [.. o.Answers.Where(a => !batch.Settings.AlwaysExclude.Contains(a.Worker))] })] };
        foreach (var (all, others) in batch.Results().Zip(without.Results()))
        {
            Assert.All(all.Tracks.SelectMany(t => t.Segments.Concat(t.Candidates)).SelectMany(s => s.Evidence).Where(e => batch.Settings.AlwaysExclude.Contains(e.Worker)), e => Assert.Equal(0, e.Weight));
            Assert.Equal(Decided(others, others), Decided(all, others));
            if (others.Preference is { } preference && preference.Evidence.Any(e => others.Workers.Any(w => w.Worker == e.Worker && w.Excluded is null)))
            {
                Assert.Equal(Preferred(others), Preferred(all));
            }
        }
    });

    private static IEnumerable<string> Preferred(Consolidated result) => result.Preference is { } p ? [.. p.Scores.Select(s => s.ToString()), .. p.Pairs.Select(s => s.ToString())] : [];

    /// <summary>
    /// Where those who count see something, and what they wrote there. A single mark in a gap is in or out by how many were asked; labels of
    /// the excluded are possible ones to the label model.
    /// </summary>
    private static IEnumerable<string> Decided(Consolidated result, Consolidated others) =>
    [
        .. result.Tracks.Where(t => others.Tracks.Any(o => o.Key == t.Key)).SelectMany(t => t.Segments.Concat(t.Candidates)
            .Where(s => Counting(s) > 0)
            .Select(s => $"{t.Key} {t.Kind} {(Counting(s) == 1 ? "" : t.Segments.Contains(s) ? "in" : "out")} {InWords.Mark(s.Segment with { Label = null })} {s.Spread}"))
            .Order(StringComparer.Ordinal),
        .. result.Agreement.Where(t => others.Agreement.Any(o => o.Key == t.Key)).Select(a => a.ToString()),
        .. result.Workers.Where(w => others.Workers.Any(o => o.Worker == w.Worker)).Select(w => $"{w.Worker} {w.Reliability} {w.Excluded}"),
    ];

    private static bool IsOneOfTwoLeft(ConsolidatedTrack track, ConsolidatedSegment segment, int openers) =>
        openers == 2 && track.OpenedBy.Count > 2 && Counting(segment) == 1;

    private static int Counting(ConsolidatedSegment segment) => segment.Evidence.Where(e => e.Weight > 0).DistinctBy(e => e.Worker).Count();

    private static void AssertProbabilities(IReadOnlyList<(string Label, double Probability)> posterior)
    {
        Assert.All(posterior, p => Assert.InRange(p.Probability, 0, 1));
        if (posterior.Count > 0)
        {
            Assert.Equal(1, posterior.Sum(p => p.Probability), 9);
        }
    }

    private static void ForAnyBatch(Action<SomeBatch> law) => SomeBatches.Any.Sample(law, iter: Cases);

    private static string Everything(SomeBatch batch, MediaTime origin = default)
    {
        var study = batch.Study();
        return string.Join('\n', [
            .. batch.Objects.Select(o => $"{o.ObjectId}\n{InWords.Everything(Consolidator.Consolidate(o, study), origin)}").Order(StringComparer.Ordinal),
            .. study.Workers.Select(InWords.Worker),
            .. study.Agreement(AgreementOptions.Quick).Tracks.Select(t => t.ToString()),
            .. study.Agreement(AgreementOptions.Quick).Questions.Select(q => q.ToString()),
        ]);
    }

    private static IEnumerable<ConsolidatedSegment> All(Consolidated result) => result.Tracks.SelectMany(t => t.Segments.Concat(t.Candidates));

    private static IEnumerable<(TrackKey Key, Segment[] Segments)> Tracks(ObjectAnswers data) => data.Answers.SelectMany(Tracks);

    private static IEnumerable<(TrackKey Key, Segment[] Segments)> Tracks(Answers.Answer answer) => answer.Tracks
        .GroupBy(t => t.Key, (key, tracks) => (key, tracks.SelectMany(t => t.Segments).ToArray()));

    private static Segment Sorted(Segment segment) => segment with { Labels = [.. segment.Labels.Order(StringComparer.Ordinal)] };
}
