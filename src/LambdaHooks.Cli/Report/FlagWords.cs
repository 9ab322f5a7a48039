using LambdaHooks.Consolidation;

namespace LambdaHooks.Cli.Report;

/// <summary>Why a person should look at something, in words.</summary>
internal static class FlagWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [Flags.BelowQuorum] = "too few workers marked it",
        [Flags.LabelUncertain] = "the label is uncertain",
        [Flags.BoundarySpread] = "starts or ends differ much",
        [Flags.SplitMerge] = "split by some, merged by others",
        [Flags.TextUncertain] = "the text is uncertain",
        [Flags.OneWorker] = "fewer than two workers count",
        [Flags.WorkerExcluded] = "a worker was left out",
        [Flags.RatingSpread] = "ratings differ much",
        [Flags.LowAgreement] = "workers hardly agree",
        [Flags.GoldFailed] = "a gold answer was contradicted",
        [Flags.Duplicate] = "marked twice by one worker",
        [Flags.Empty] = "a segment without length",
    };

    /// <summary>The flag in words; the flag itself where it is a newer one.</summary>
    public static string Of(string flag) => Words.GetValueOrDefault(flag, flag);

    public static string Of(IEnumerable<string>? flags) => string.Join("; ", (flags ?? []).Select(Of));
}
