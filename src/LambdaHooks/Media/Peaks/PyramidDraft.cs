namespace LambdaHooks.Media;

/// <summary>A pyramid in the making: its finest level and its overview, filled in one pass.</summary>
internal sealed class PyramidDraft
{
    private readonly WavHeader.Readable header;
    private readonly int samplesPerPeak;
    private readonly short[] finest;
    private readonly short[] overview;
    private readonly PeakGrid[] grids;
    private readonly PeakPyramid? resumed;

    public PyramidDraft(WavHeader.Readable header, int samplesPerPeak, PeakPyramid? resume)
    {
        (this.header, this.samplesPerPeak) = (header, samplesPerPeak);
        var points = (int)Math.Min(header.Frames, PeakPyramid.OverviewPoints);
        finest = new short[2 * PeakPairs.Count(header.Frames, samplesPerPeak)];
        overview = new short[2 * points];
        PeakGrid.Clear(finest);
        PeakGrid.Clear(overview);
        grids =
        [
            new PeakGrid(new PeakEdges.Uniform(samplesPerPeak), 0, finest, 1),
            new PeakGrid(new PeakEdges.Even(header.Frames, points), 0, overview, 1),
        ];
        if (resume is not null && Fits(resume))
        {
            resumed = resume;
            Take(resume);
        }
    }

    /// <summary>Frames that an earlier scan has seen.</summary>
    public long DoneFrames { get; private set; }

    public GridRun NewRun() => new(grids, 1);

    /// <summary>The pyramid of everything up to a frame; what was seen behind it is left out, so that the same end gives the same bytes.</summary>
    public PeakPyramid Finish(long doneUntil)
    {
        if (doneUntil < resumed?.DoneFrames)
        {
            return resumed;
        }

        if (doneUntil < header.Frames)
        {
            Forget(finest, doneUntil / samplesPerPeak);
            Forget(overview, doneUntil == 0 ? 0 : grids[1].Edges.PeakOf(doneUntil));
        }

        PeakGrid.Silence(finest);
        PeakGrid.Silence(overview);
        return new PeakPyramid(header.SampleRate, header.Channels, header.Frames, PeakLevels.EightBit(overview), PeakLevels.From(samplesPerPeak, finest)) { DoneFrames = doneUntil };
    }

    private static void Forget(Span<short> pairs, long from) => pairs[(int)(2 * from)..].Clear();

    private bool Fits(PeakPyramid resume) =>
        resume.Frames == header.Frames && resume.SampleRate == header.SampleRate && resume.Channels == header.Channels
        && resume.Overview.Data.Count == overview.Length && resume.DoneFrames > 0 && resume.DoneFrames <= header.Frames
        && resume.Levels is [var level, ..] && level.SamplesPerPeak == samplesPerPeak && level.Data.Length == finest.Length;

    /// <summary>Takes the peaks that are whole, and goes on with the first that is not.</summary>
    private void Take(PeakPyramid resume)
    {
        var points = resume.IsComplete ? overview.Length / 2 : grids[1].Edges.PeakOf(resume.DoneFrames);
        var seen = points == 0 ? 0 : grids[1].Edges.EndOf(points - 1);
        var peaks = resume.IsComplete ? finest.Length / 2 : seen / samplesPerPeak;
        DoneFrames = resume.IsComplete ? header.Frames : peaks * samplesPerPeak;
        resume.Levels[0].Data.Span[..(int)(2 * peaks)].CopyTo(finest);
        for (var i = 0; i < 2 * points; i++)
        {
            // Frames met twice do no harm, and made 8-bit again the value is the same.
            overview[i] = (short)(resume.Overview.Data[i] * 256);
        }
    }
}
