namespace LambdaHooks.Media;

/// <summary>Which frames lie behind which peak of a sound of known length.</summary>
internal abstract record PeakEdges
{
    private PeakEdges()
    {
    }

    /// <summary>First frame after a peak.</summary>
    public abstract long EndOf(long peak);

    /// <summary>The peak that a frame belongs to.</summary>
    public abstract long PeakOf(long frame);

    /// <summary>Frames behind every peak, where they are the same number; else 0.</summary>
    public abstract int Size { get; }

    /// <summary>So many frames each.</summary>
    public sealed record Uniform(int SamplesPerPeak) : PeakEdges
    {
        /// <inheritdoc/>
        public override int Size => SamplesPerPeak;

        /// <inheritdoc/>
        public override long EndOf(long peak) => (peak + 1) * SamplesPerPeak;

        /// <inheritdoc/>
        public override long PeakOf(long frame) => frame / SamplesPerPeak;
    }

    /// <summary>So many peaks over so many frames: peak i ends at ⌊frames × (i + 1) / points⌋.</summary>
    public sealed record Even(long Frames, int Points) : PeakEdges
    {
        /// <inheritdoc/>
        public override int Size => 0;

        /// <inheritdoc/>
        public override long EndOf(long peak) => (long)((Int128)Frames * (peak + 1) / Points);

        /// <inheritdoc/>
        public override long PeakOf(long frame) => (long)((((Int128)(frame + 1) * Points) + Frames - 1) / Frames) - 1;
    }
}
