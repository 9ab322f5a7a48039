using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation.Tracks;

/// <summary>Who is left out, and who is not.</summary>
public class WorkerRosterTests
{
    private static readonly TrackKey Key = new("event", null);

    [Theory]
    [InlineData(5, 3, true)]
    [InlineData(4, 3, false)]
    [InlineData(5, 2, false)]
    public void AWorkerWhoAgreesWithNobodyIsOutFromFiveTracksAndThreeWorkersOn(int objects, int workers, bool excluded) =>
        Assert.Equal(excluded, Of(Batch(objects, workers), new(), "w0").Excluded is not null);

    [Fact]
    public void WhoIsAlwaysUsedIsNeverOut() =>
        Assert.Null(Of(Batch(5, 4), new() { AlwaysUse = new HashSet<string> { "w0" } }, "w0").Excluded);

    [Fact]
    public void WhoIsAlwaysExcludedIsOutAndMeasuresNobody()
    {
        var batch = Batch(5, 4);
        var settings = new ConsolidationSettings { AlwaysExclude = new HashSet<string> { "w0" } };

        Assert.StartsWith("excluded-by-request", Of(batch, settings, "w0").Excluded, StringComparison.Ordinal);
        Assert.Equal(0, Of(batch, settings, "w0").Reliability);
        Assert.Equal(1, Of(batch, settings, "w1").Reliability);
        Assert.Equal(5, Of(batch, settings, "w1").SharedTracks);
    }

    [Theory]
    [InlineData(0.34, true)]
    [InlineData(0.36, false)]
    public void AKnownReliabilityTakesThePlaceOfTheMeasuredOne(double known, bool excluded)
    {
        var worker = Of(Batch(1, 4, strangers: 0), new() { KnownReliabilities = new Dictionary<string, double> { ["w3"] = known } }, "w3");

        Assert.True(worker.IsKnown);
        Assert.Equal(known, worker.Reliability);
        Assert.Equal(excluded, worker.Excluded is not null);
    }

    [Fact]
    public void PreciseAndLateWorkersAreToldByTheirBoundaries()
    {
        var study = BatchStudy.Of(Batch(12, 4, strangers: 0, late: 40_000), ConsolidationSettings.Default);

        Assert.Equal(new MediaTime(40_000), study.WorkerOf("w3").Lag);
        Assert.Equal(MediaTime.Zero, study.WorkerOf("w1").Lag);
        Assert.InRange(study.PrecisionOf("w3"), 0.5, 1);
        Assert.True(study.PrecisionOf("w1") >= study.PrecisionOf("w3"));
    }

    private static WorkerReliability Of(ObjectAnswers[] batch, ConsolidationSettings settings, string worker) => BatchStudy.Of(batch, settings).WorkerOf(worker);

    /// <summary>Workers who mark the same, but for the first, who marks elsewhere, and the last, who may be late.</summary>
    private static ObjectAnswers[] Batch(int objects, int workers, int strangers = 1, long late = 0) => [.. Enumerable.Range(0, objects).Select(o => new ObjectAnswers(
        $"o{o}", [.. Enumerable.Range(0, workers).Select(w => new Answer($"w{w}")
        {
            Tracks = [new Track(Key, [Mark(w < strangers ? 10 : 2, w == workers - 1 ? late : 0), Mark(w < strangers ? 20 : 5, w == workers - 1 ? late : 0)])],
        })]))];

    private static Segment Mark(int second, long late) =>
        new(new Interval(new MediaTime((second * 1_000_000L) + late), new MediaTime(((second + 2) * 1_000_000L) + late)), "A");
}
