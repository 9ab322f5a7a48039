namespace LambdaHooks.Media;

/// <summary>Integrated loudness of a medium: one figure for how loud people hear the whole of it.</summary>
/// <remarks>
/// Source: Recommendation ITU-R BS.1770-4, annex 1, and EBU Tech 3341. Frames are filtered as the ear does ("K-weighting"), their
/// energies added over the channels by weight, and averaged over blocks of 400 ms that begin every 100 ms. Blocks of -70 LUFS or less
/// are left out, then those of 10 LU or more below the mean of the rest. A channel alone counts once. A last block that is not full
/// counts for nothing. Memory does not grow with the medium, and the result does not depend on how frames were portioned.
/// </remarks>
public sealed class Loudness : IFrameListener
{
    /// <summary>Frames a second from which on loudness is defined: the weighting must lie below half the rate.</summary>
    public const int LeastSampleRate = KWeighting.LeastSampleRate;

    private const int StepsPerSecond = 10;
    private const int StepsPerBlock = 4;

    private readonly double[] lastSteps = new double[StepsPerBlock];
    private LoudnessGate gate = new();
    private KWeightedPair[] pairs = [];
    private double[] weights = [];
    private int channels;
    private int framesPerStep;
    private int framesInStep;
    private int steps;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">A rate or a number of channels below 1.</exception>
    public void Begin(int sampleRate, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        this.channels = channels;
        framesPerStep = KWeighting.IsDefinedAt(sampleRate) ? (int)Math.Round((double)sampleRate / StepsPerSecond, MidpointRounding.AwayFromZero) : 0;
        (framesInStep, steps, gate) = (0, 0, new LoudnessGate());
        weights = LoudnessChannels.WeightsOf(channels);
        pairs = framesPerStep == 0 ? [] : PairsOf(KWeighting.At(sampleRate), channels);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">These are not whole frames.</exception>
    /// <exception cref="InvalidOperationException">Nothing has begun.</exception>
    public void Add(ReadOnlySpan<short> interleaved)
    {
        if (channels == 0)
        {
            throw new InvalidOperationException("Begin comes before Add.");
        }

        if (interleaved.Length % channels != 0)
        {
            throw new ArgumentException($"{interleaved.Length} samples are not whole frames of {channels} channels.", nameof(interleaved));
        }

        while (framesPerStep > 0 && !interleaved.IsEmpty)
        {
            var frames = Math.Min(framesPerStep - framesInStep, interleaved.Length / channels);
            AddWithinStep(interleaved[..(frames * channels)]);
            framesInStep += frames;
            interleaved = interleaved[(frames * channels)..];
            if (framesInStep == framesPerStep)
            {
                EndStep();
            }
        }
    }

    /// <summary>Integrated loudness of what was heard so far.</summary>
    /// <returns>
    /// LUFS, at 0.01 or better. Null where nothing is louder than -70 LUFS, where there is less than one block of 400 ms, and where the
    /// rate is too low for the weighting (below <see cref="LeastSampleRate"/>).
    /// </returns>
    public double? Integrated() => gate.Integrated();

    private static KWeightedPair[] PairsOf(KWeighting weighting, int channels) =>
        [.. Enumerable.Range(0, (channels + 1) / 2).Select(i => new KWeightedPair(weighting, 2 * i, channels))];

    private void AddWithinStep(ReadOnlySpan<short> interleaved)
    {
        foreach (var pair in pairs)
        {
            pair.Add(interleaved);
        }
    }

    private void EndStep()
    {
        var energy = 0.0;
        for (var i = 0; i < pairs.Length; i++)
        {
            var (first, second) = pairs[i].TakeEnergy();
            energy += first * weights[2 * i];
            energy += (2 * i) + 1 < channels ? second * weights[(2 * i) + 1] : 0;
        }

        lastSteps.AsSpan(1).CopyTo(lastSteps);
        lastSteps[^1] = energy / framesPerStep;
        framesInStep = 0;
        steps = Math.Min(steps + 1, StepsPerBlock);
        if (steps == StepsPerBlock)
        {
            gate.Add((lastSteps[0] + lastSteps[1] + lastSteps[2] + lastSteps[3]) / StepsPerBlock);
        }
    }
}
