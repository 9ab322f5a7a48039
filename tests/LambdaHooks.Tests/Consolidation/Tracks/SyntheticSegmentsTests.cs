namespace LambdaHooks.Tests.Consolidation.Tracks;

/// <summary>
/// Batches whose truth is known: jitter, gross errors, misses, inventions, wrong labels, merges. Least figures are those of a plain
/// median fusion on the same files and what is asked beyond it.
/// </summary>
public class SyntheticSegmentsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("segments-three-workers", .925)]
    [InlineData("segments-five-workers", .970)]
    [InlineData("segments-three-one-spammer", .82)]
    [InlineData("segments-five-overlapping", .968)]
    public void FusedTracksAreNearerToTheTruthThanPlainMedians(string setting, double least)
    {
        double[] found = [.. SyntheticBatch.Of(setting).Select(b => b.F1(.75))];
        output.WriteLine($"{setting}: {found.Average():0.0000} ({string.Join(' ', found.Select(f => f.ToString("0.000")))})");
        Assert.True(found.Average() >= least, $"{found.Average():0.0000} is less than {least}");
    }
}
