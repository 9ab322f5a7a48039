namespace LambdaHooks.Consolidation.Texts;

/// <summary>What each text weighs: the square of its writer's reliability, in whole parts so that sums and ties are exact.</summary>
internal static class TextWeights
{
    /// <summary>Weight of a writer who is always right.</summary>
    public const long Full = 1L << 20;

    /// <summary>
    /// Weights of the writers, at least 1. One of whom nothing is known weighs as much as the others do on average, so that a newcomer is
    /// believed neither more nor less; all weigh the same where nothing is known of anybody.
    /// </summary>
    public static long[] Of(Writing[] writings, TextReliabilities reliabilities)
    {
        var known = Array.ConvertAll(writings, w => reliabilities.Of(w.Worker) is { } r ? Squared(r) : 0);
        var count = known.Count(w => w > 0);
        var usual = count == 0 ? Full : known.Sum() / count;
        return Array.ConvertAll(known, w => w > 0 ? w : usual);
    }

    private static long Squared(double reliability) => Math.Max(1, (long)Math.Round(reliability * reliability * Full));
}
