namespace LambdaHooks.Benchmarks.Measuring;

/// <summary>What one run of one program cost.</summary>
/// <param name="Wall">From the start of the process to the end of its work.</param>
/// <param name="Cpu">Processor time of all its threads, user and system; in steps of 10 ms where the process still lives.</param>
/// <param name="PeakBytes">Most memory it had resident.</param>
internal sealed record Sample(TimeSpan Wall, TimeSpan Cpu, long PeakBytes)
{
    /// <summary>From the hand-over of a request to the end of its response; the whole time for a program that takes no requests.</summary>
    public TimeSpan Request { get; init; } = Wall;

    /// <summary>The part of <see cref="Cpu"/> that the program itself used; zero where it was not asked for.</summary>
    public TimeSpan User { get; init; }
}
