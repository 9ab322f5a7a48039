namespace LambdaHooks.Benchmarks.Measuring;

/// <summary>One thing to compare.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Of">The figure of a run.</param>
/// <param name="Write">The figure for people.</param>
internal sealed record Figure(string Name, Func<Sample, double> Of, Func<double, string> Write)
{
    public static Figure FromStart { get; } = new("from process start", s => s.Wall.TotalSeconds, Units.Time);

    public static Figure Request { get; } = new("request to response", s => s.Request.TotalSeconds, Units.Time);

    public static Figure Cpu { get; } = new("processor time", s => s.Cpu.TotalSeconds, Units.Time);

    public static Figure User { get; } = new("user time", s => s.User.TotalSeconds, Units.Time);

    public static Figure Memory { get; } = new("peak memory", s => s.PeakBytes, Units.Bytes);
}
