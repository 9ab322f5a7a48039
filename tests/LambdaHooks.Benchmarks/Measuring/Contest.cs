namespace LambdaHooks.Benchmarks.Measuring;

/// <summary>A program that takes part.</summary>
/// <param name="Name">What it is and does.</param>
/// <param name="RunAsync">Runs it once.</param>
internal sealed record Contestant(string Name, Func<Task<Sample>> RunAsync);

/// <summary>What a contestant's runs cost.</summary>
internal sealed record Entry(string Name, IReadOnlyList<Sample> Samples)
{
    public Spread Of(Figure figure) => Spread.Of(Samples.Select(figure.Of));
}

/// <summary>
/// Programs in alternation (A B A B …), so that whatever else the machine does meets all of them; once each before, uncounted, so that
/// files are in memory and byte code is written.
/// </summary>
internal static class Contest
{
    /// <summary>Counted runs of each.</summary>
    public const int Rounds = 5;

    public static async Task<IReadOnlyList<Entry>> RunAsync(IReadOnlyList<Contestant> contestants, CancellationToken cancel)
    {
        var samples = contestants.ToDictionary(c => c.Name, _ => new List<Sample>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var contestant in contestants)
            {
                cancel.ThrowIfCancellationRequested();
                var sample = await contestant.RunAsync();
                if (round > 0)
                {
                    samples[contestant.Name].Add(sample);
                }
            }
        }

        return [.. contestants.Select(c => new Entry(c.Name, samples[c.Name]))];
    }
}
