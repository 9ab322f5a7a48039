namespace LambdaHooks.Ffmpeg;

/// <summary>
/// Takes silence off the beginning. Where a container's first packet is due before 0, ffmpeg counts from that packet, and what is heard at
/// 0 would come too late by as much.
/// </summary>
/// <param name="seconds">How much to take off; 0 or more.</param>
/// <param name="tally">What has passed.</param>
internal sealed class LeadCut(double seconds, SoundTally tally)
{
    /// <summary>More than any sound has, whatever a container says about its start; times the largest frame it is still a number.</summary>
    private const double MostFrames = long.MaxValue >> 17;

    private long left = seconds > 0 ? -1 : 0;

    /// <summary>Cuts bytes that were just counted; returns how many are left, at the start of <paramref name="bytes"/>.</summary>
    public int Apply(Span<byte> bytes)
    {
        if (left == 0 || tally.Layout() is not var (data, perSecond, frame))
        {
            return bytes.Length;
        }

        if (left < 0)
        {
            left = (long)Math.Min(Math.Round(seconds * perSecond / frame), MostFrames) * frame;
        }

        var from = (int)Math.Clamp(data - (tally.Bytes - bytes.Length), 0, bytes.Length);
        var cut = (int)Math.Min(left, bytes.Length - from);
        bytes[(from + cut)..].CopyTo(bytes[from..]);
        left -= cut;
        tally.Cut += cut;
        return bytes.Length - cut;
    }
}
