using System.Diagnostics;

namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>Runs cases against targets, and keeps what they cost and how they failed.</summary>
/// <param name="targets">What reads them.</param>
/// <param name="allocated">Bytes allocated so far, by whoever may allocate for a case.</param>
internal sealed class FuzzRun(IReadOnlyList<FuzzTarget> targets, Func<long> allocated)
{
    private const int MostFailures = 20;
    private const int Tries = 3;

    /// <summary>The counter of a whole process moves by what a thread takes at a time, about 8 KB.</summary>
    private const long Grain = 16 * 1024;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    private readonly List<string> failures = [];

    public long Cases { get; private set; }

    /// <summary>Failures, each with the number that makes its case again; the first few.</summary>
    public IReadOnlyList<string> Failures => failures;

    public FuzzCost<TimeSpan> Slowest { get; private set; } = new(TimeSpan.Zero, "none");

    public FuzzCost<long> Largest { get; private set; } = new(0, "none");

    /// <summary>Runs the case of a number.</summary>
    public void Add(int seed)
    {
        var one = FuzzCase.Of(seed);
        Cases++;
        foreach (var target in targets)
        {
            if (failures.Count < MostFailures && FailureOf(target, one) is { } failure)
            {
                failures.Add($"{target.Name}, {one}: {failure}");
            }
        }
    }

    private string? FailureOf(FuzzTarget target, FuzzCase one)
    {
        var before = allocated();
        var began = Stopwatch.GetTimestamp();
        FuzzOutcome outcome;
        try
        {
            outcome = target.Run(one);
        }
        catch (Exception e)
        {
            return $"{e}";
        }

        var time = Stopwatch.GetElapsedTime(began);
        var bytes = allocated() - before;
        Note(target, one, time, bytes);
        return outcome.Complaint
            ?? (bytes > outcome.AllowedBytes + Grain ? $"{bytes} bytes allocated, {outcome.AllowedBytes} are allowed" : null)
            ?? (time > MostTime && IsSlowAgain(target, one) ? $"took {time.TotalSeconds:0.0} s" : null);
    }

    /// <summary>Once may be the machine's fault.</summary>
    private static bool IsSlowAgain(FuzzTarget target, FuzzCase one)
    {
        for (var turn = 1; turn < Tries; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            _ = target.Run(one);
            if (Stopwatch.GetElapsedTime(began) <= MostTime)
            {
                return false;
            }
        }

        return true;
    }

    private void Note(FuzzTarget target, FuzzCase one, TimeSpan time, long bytes)
    {
        if (time > Slowest.Cost)
        {
            Slowest = new(time, $"case {one.Seed}, {target.Name}");
        }

        if (bytes > Largest.Cost)
        {
            Largest = new(bytes, $"case {one.Seed}, {target.Name}");
        }
    }
}

/// <summary>The most that something cost.</summary>
/// <param name="Cost">How much.</param>
/// <param name="Who">Which case and target.</param>
internal sealed record FuzzCost<T>(T Cost, string Who);
