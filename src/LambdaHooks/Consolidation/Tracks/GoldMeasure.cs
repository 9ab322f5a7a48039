using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Measures workers by tracks that are known to be right: the only way to catch several who err alike.</summary>
internal sealed class GoldMeasure(ConsolidationSettings settings)
{
    /// <summary>Gold tracks from which on they say more about a worker than the others do.</summary>
    private const int LeastTracks = 5;

    private readonly Dictionary<string, (double Likeness, double F1, int Tracks)> workers = new(StringComparer.Ordinal);

    /// <summary>The known tracks of an object; empty where nothing is known of it.</summary>
    public SortedDictionary<TrackKey, TrackAnswers> TracksOf(ObjectAnswers data) =>
        TrackAnswers.Group(settings.Gold.TryGetValue(data.ObjectId, out var gold) ? [gold] : []);

    /// <summary>Compares everybody's tracks of an object with the known ones. Objects come in a fixed order.</summary>
    public void Add(ObjectAnswers data)
    {
        foreach (var (key, gold) in TracksOf(data))
        {
            if (!data.Tracks.TryGetValue(key, out var answers))
            {
                continue;
            }

            foreach (var track in answers.Workers)
            {
                var agreement = PairAgreement.Between(track, gold.Workers[0]);
                var so = workers.GetValueOrDefault(track.Worker);
                workers[track.Worker] = (so.Likeness + agreement.Likeness, so.F1 + agreement.F1, so.Tracks + 1);
            }
        }
    }

    /// <summary>Mean likeness to the known tracks, 0 to 1; null with too few of them.</summary>
    public double? Of(string worker) =>
        workers.TryGetValue(worker, out var so) && so.Tracks >= LeastTracks ? so.Likeness / so.Tracks : null;

    /// <summary>Mean F1 against the known tracks, 0 to 1; null where the worker marked none of them.</summary>
    public double? AgreementOf(string worker) => workers.TryGetValue(worker, out var so) ? so.F1 / so.Tracks : null;
}
