namespace LambdaHooks.Datasets.Annotations;

/// <summary>
/// Annotations of any source in one shape: who marked what on which track of which clip, and who called which item what.
/// </summary>
/// <remarks>The order of files and of what stands in them changes nothing: everything is sorted by ordinal names.</remarks>
/// <param name="Tracks">By track, clip, annotator; each once.</param>
/// <param name="Labels">By track, item, annotator; each once.</param>
public sealed record AnnotationSet(IReadOnlyList<AnnotatedTrack> Tracks, IReadOnlyList<UnitLabel> Labels)
{
    /// <summary>Most combinations of clip, track and annotator that <see cref="WithEverybody"/> makes.</summary>
    public const int MostCombinations = 2_000_000;

    /// <summary>The same, where everybody looked at every track of every clip: who has marked nothing there found nothing.</summary>
    /// <exception cref="AnnotationException">There would be more than <see cref="MostCombinations"/>.</exception>
    public AnnotationSet WithEverybody()
    {
        var (tracks, clips, annotators) = (Names(Tracks.Select(t => t.Track)), Names(Tracks.Select(t => t.Clip)), Names(Tracks.Select(t => t.Annotator)));
        if ((Int128)tracks.Length * clips.Length * annotators.Length > MostCombinations)
        {
            throw new AnnotationException("Together", null, $"{clips.Length} clips, {tracks.Length} tracks and {annotators.Length} annotators are too many for everybody to have seen all");
        }

        var there = Tracks.ToDictionary(t => (t.Track, t.Clip, t.Annotator));
        return this with
        {
            Tracks = [.. from track in tracks
                         from clip in clips
                         from annotator in annotators
                         select there.GetValueOrDefault((track, clip, annotator)) ?? new AnnotatedTrack(track, clip, annotator, [])],
        };
    }

    private static string[] Names(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
