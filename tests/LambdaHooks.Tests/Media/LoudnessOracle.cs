namespace LambdaHooks.Tests.Media;

/// <summary>Loudness the slow way, straight from the recommendation at 48,000 frames a second: its own table, every block kept.</summary>
internal static class LoudnessOracle
{
    private const int Step = 4800;
    private static readonly double[] Shelf = [1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585];
    private static readonly double[] HighPass = [1.0, -2.0, 1.0, -1.99004745483398, 0.99007225036621];

    public static double? Integrated(short[] interleaved, double[] weights)
    {
        double[][] squares = [.. weights.Select((_, c) => Weighted([.. interleaved.Where((_, i) => i % weights.Length == c).Select(s => s / 32_768.0)]))];
        var frames = interleaved.Length / weights.Length;
        double[] blocks = [.. Enumerable.Range(0, Math.Max(0, (frames / Step) - 3)).Select(j => weights.Select((w, c) => w * squares[c][(j * Step)..((j + 4) * Step)].Average()).Sum())];
        double[] audible = [.. blocks.Where(b => Level(b) > -70)];
        double[] heard = audible.Length == 0 ? [] : [.. audible.Where(b => Level(b) > Level(audible.Average()) - 10)];
        return heard.Length == 0 ? null : Level(heard.Average());
    }

    private static double[] Weighted(double[] samples) => [.. Filter(Filter(samples, Shelf), HighPass).Select(y => y * y)];

    /// <summary>Transposed, where the product keeps inputs and outputs: the same filter with other roundings.</summary>
    private static double[] Filter(double[] samples, double[] c)
    {
        var (first, second) = (0.0, 0.0);
        return [.. samples.Select(x =>
        {
            var y = (c[0] * x) + first;
            first = (c[1] * x) - (c[3] * y) + second;
            second = (c[2] * x) - (c[4] * y);
            return y;
        })];
    }

    private static double Level(double energy) => -0.691 + (10 * Math.Log10(energy));
}
