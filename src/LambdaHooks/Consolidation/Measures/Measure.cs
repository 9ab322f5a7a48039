namespace LambdaHooks.Consolidation.Measures;

/// <summary>One measure of agreement: its value, or the named reason why there is none.</summary>
/// <param name="Value">The value, never NaN; null where it is not defined.</param>
/// <param name="Reason">Why there is no value: a fixed code, a colon, and the explanation; null where there is one.</param>
/// <param name="Units">Units (clips, segments, answers: what the measure counts) that it rests on.</param>
public sealed record Measure(double? Value, string? Reason, int Units)
{
    /// <summary>The bootstrap interval that holds 95 % of the resampled values; null where it was not asked for or is not defined.</summary>
    public (double Low, double High)? Interval { get; init; }

    /// <summary>A measure that is not defined.</summary>
    public static Measure Undefined(string reason, int units) => new(null, reason, units);
}
