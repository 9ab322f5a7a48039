using LambdaHooks.Answers;
using LambdaHooks.Consolidation.Labels;
using LambdaHooks.Consolidation.Texts;
using LambdaHooks.Consolidation.Tracks;
using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>
/// What a whole batch says before any object of it is fused: how far each worker is believed, what the segments of each category are,
/// which marks of different workers belong together, and how often each worker's labels are right.
/// </summary>
/// <remarks>
/// Pure and deterministic: the order of objects, answers, tracks and segments changes nothing. Everything is estimated from the batch,
/// but for what the settings say. Memory is linear in the batch.
/// </remarks>
public sealed class BatchStudy
{
    /// <summary>Segments whose texts are compared to tell how reliable their writers are: enough for the second decimal, spread over the batch.</summary>
    private const int MostTextsStudied = 4000;

    private ObjectAnswers[] objects;
    private readonly ConsolidationSettings settings;
    private readonly GoldMeasure gold;
    private readonly WorkerRoster roster;
    private readonly ExclusiveTracks exclusive = new();
    private readonly WorkerPrecision precision = new();
    private readonly PresenceModel presence = new();
    private readonly SortedDictionary<string, TrackLabels> labels;
    private readonly TextReliabilities texts;
    private readonly Dictionary<string, TextHabits> habits = new(StringComparer.Ordinal);
    private readonly ClipStudy clips;
    private readonly Dictionary<ObjectAnswers, StudiedTrack[]> tracks;
    private readonly Dictionary<string, WorkerReliability> workers;

    private BatchStudy(ObjectAnswers[] batch, ConsolidationSettings settings, CancellationToken timeIsUp)
    {
        (objects, this.settings) = (batch, settings);
        var reliability = new SegmentReliability(settings.AlwaysExclude.Contains);
        gold = new GoldMeasure(settings);
        foreach (var data in batch)
        {
            timeIsUp.ThrowIfCancellationRequested();
            reliability.Add(data);
            gold.Add(data);
        }

        var constant = ConstantAnswers(batch);
        roster = new WorkerRoster(batch.SelectMany(o => o.Answers).Select(a => a.Worker), reliability, gold, constant.Contains, settings);
        tracks = Cluster(batch, KindsIn(batch), timeIsUp);
        StudiedTrack[] all = [.. batch.SelectMany(o => tracks[o])];
        timeIsUp.ThrowIfCancellationRequested();
        labels = TrackLabels.Study(all, roster, settings);
        var accuracies = new Dictionary<string, (double Right, int Labels)>(StringComparer.Ordinal);
        var written = TextReliabilities.None;
        Parallel.Invoke(() => MeasurePlaces(all), () => MeasureLabels(accuracies), () => written = StudyTexts(batch, all));
        timeIsUp.ThrowIfCancellationRequested();
        texts = written;
        clips = new ClipStudy(batch, settings, roster.WeightOf, texts);
        workers = roster.Workers.ToDictionary(w => w.Worker, w => Complete(w, accuracies.GetValueOrDefault(w.Worker)), StringComparer.Ordinal);
    }

    /// <summary>Everybody who answered, ordered by name, with what the batch says about them.</summary>
    public IReadOnlyList<WorkerReliability> Workers => [.. workers.Values.OrderBy(w => w.Worker, StringComparer.Ordinal)];

    /// <summary>Studies a batch.</summary>
    /// <param name="batch">Its objects with their usable answers, in any order; at most one answer a worker and object.</param>
    /// <param name="settings">What is known before.</param>
    public static BatchStudy Of(IEnumerable<ObjectAnswers> batch, ConsolidationSettings settings) => Until(batch, settings, CancellationToken.None);

    /// <summary>Studies a batch for as long as there is time.</summary>
    /// <exception cref="OperationCanceledException">Time was up.</exception>
    internal static BatchStudy Until(IEnumerable<ObjectAnswers> batch, ConsolidationSettings settings, CancellationToken timeIsUp) =>
        new([.. batch.Order(ObjectOrder.Instance)], settings, timeIsUp);

    /// <summary>How much the workers agree.</summary>
    /// <param name="options">How thoroughly to measure it.</param>
    public BatchAgreement Agreement(AgreementOptions options)
    {
        var categories = new SortedDictionary<string, List<(StudiedTrack Track, TrackAgreement Agreement)>>(StringComparer.Ordinal);
        foreach (var data in objects)
        {
            foreach (var track in tracks[data])
            {
                if (!categories.TryGetValue(track.Key.Category, out var list))
                {
                    categories.Add(track.Key.Category, list = []);
                }

                list.Add((track, AgreementOn(data, track.Key)));
            }
        }

        return new BatchAgreement([.. categories.Select(c => new TrackAgreements(c.Key, c.Value).Measured(options))], clips.Agreement(options));
    }

    /// <summary>
    /// Lets go of an object that was consolidated, so that a large batch never holds all answers and all labels at once. It, and the
    /// agreement of the batch, cannot be asked for again.
    /// </summary>
    /// <param name="data">An object of the batch.</param>
    internal void Forget(ObjectAnswers data)
    {
        if (tracks.Remove(data, out var studied))
        {
            foreach (var track in studied)
            {
                labels[track.Key.Category].Forget(track.FirstItem, track.Clusters.Count);
            }
        }

        objects = [];
    }

    /// <summary>Agreement on one track, of the workers whose answers count.</summary>
    internal TrackAgreement AgreementOn(ObjectAnswers data, TrackKey key) => PairAgreement.Of(key, data.Tracks[key], roster.Counts);

    internal WorkerReliability WorkerOf(string worker) => workers[worker];

    internal IReadOnlyList<StudiedTrack> TracksOf(ObjectAnswers data) => tracks[data];

    internal bool Counts(string worker) => roster.Counts(worker);

    internal double TrustIn(string worker) => roster.TrustIn(worker);

    internal double PrecisionOf(string worker) => precision.Of(worker);

    internal bool IsExclusive(string category) => exclusive.Contains(category);

    internal TrackPresence PresenceOn(IReadOnlyList<string> openers) => presence.On(openers);

    internal FusedLabel LabelOf(string category, int item) => labels[category].Of(item);

    internal IReadOnlyList<ConsolidatedClipAnswer> FuseClip(ObjectAnswers data) => clips.Fuse(data);

    /// <summary>True where the texts of a category are remarks, which differ by their nature.</summary>
    internal bool AreRemarks(string category) => habits[category].AreRemarks;

    internal FusedText Fuse(IReadOnlyList<WorkerText> written) => TextFusion.Fuse(written, texts);

    private void MeasurePlaces(StudiedTrack[] all)
    {
        foreach (var track in all)
        {
            precision.Add(track.Clusters);
            presence.Add(track);
        }

        precision.Finish();
    }

    private void MeasureLabels(Dictionary<string, (double Right, int Labels)> accuracies)
    {
        foreach (var category in labels.Values)
        {
            category.AddAccuracies(accuracies);
        }
    }

    /// <summary>Workers who always give the same label, to segments of a category or to a question; those left out anyway say nothing about others.</summary>
    private HashSet<string> ConstantAnswers(ObjectAnswers[] batch)
    {
        var categories = new SortedDictionary<string, AnswerHabits>(StringComparer.Ordinal);
        foreach (var (key, track) in batch.SelectMany(o => o.Tracks))
        {
            if (!categories.TryGetValue(key.Category, out var habits))
            {
                categories.Add(key.Category, habits = new AnswerHabits(key.Category));
            }

            foreach (var worker in track.Workers.Where(w => !settings.AlwaysExclude.Contains(w.Worker)))
            {
                foreach (var segment in worker.Segments)
                {
                    habits.Add(worker.Worker, segment.Label ?? "");
                }
            }
        }

        ObjectAnswers[] asked = settings.AlwaysExclude.Count == 0 ? batch
            : [.. batch.Select(o => new ObjectAnswers(o.ObjectId, [.. o.Answers.Where(a => !settings.AlwaysExclude.Contains(a.Worker))]))];
        var questions = new ClipStudy(asked, settings, static _ => 1, TextReliabilities.None).ConstantAnswers;
        return [.. categories.Values.SelectMany(c => c.Constant()).Concat(questions).Select(c => c.Worker)];
    }

    private IReadOnlyDictionary<string, TrackKind> KindsIn(ObjectAnswers[] batch)
    {
        var kinds = new CategoryKinds(settings);
        foreach (var (key, track) in batch.SelectMany(o => o.Tracks))
        {
            foreach (var worker in track.Workers.Where(w => roster.Counts(w.Worker)))
            {
                kinds.Add(key.Category, worker);
                exclusive.Add(key.Category, worker);
            }
        }

        return kinds.Tell();
    }

    private Dictionary<ObjectAnswers, StudiedTrack[]> Cluster(ObjectAnswers[] batch, IReadOnlyDictionary<string, TrackKind> kinds, CancellationToken timeIsUp)
    {
        var studied = new StudiedTrack[batch.Length][];
        _ = Parallel.For(0, batch.Length, new ParallelOptions { CancellationToken = timeIsUp }, i => studied[i] = Cluster(batch[i], kinds));
        var byObject = new Dictionary<ObjectAnswers, StudiedTrack[]>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < batch.Length; i++)
        {
            byObject[batch[i]] = studied[i];
        }

        return byObject;
    }

    private StudiedTrack[] Cluster(ObjectAnswers data, IReadOnlyDictionary<string, TrackKind> kinds)
    {
        var known = gold.TracksOf(data);
        return [.. data.Tracks.Select(t => StudiedTrack.Of(
            t.Key, kinds.GetValueOrDefault(t.Key.Category), t.Value, known.TryGetValue(t.Key, out var right) ? right.Workers[0] : null, roster))];
    }

    private TextReliabilities StudyTexts(ObjectAnswers[] batch, StudiedTrack[] all)
    {
        var study = new TextStudy();
        var every = Math.Max(1, all.Sum(t => t.Clusters.Count) / MostTextsStudied);
        var seen = 0;
        foreach (var track in all)
        {
            if (!habits.TryGetValue(track.Key.Category, out var habit))
            {
                habits.Add(track.Key.Category, habit = new TextHabits());
            }

            foreach (var cluster in track.Clusters)
            {
                if (seen++ % every == 0 && cluster.Members.Count > 1 && cluster.Members.Any(m => m.Segment.Text.Length > 0))
                {
                    WorkerText[] written = [.. cluster.Members.Where(m => m.Places).Select(m => new WorkerText(m.Worker, m.Segment.Text))];
                    study.Add(written);
                    habit.Add(written);
                }
            }
        }

        foreach (var data in batch)
        {
            var texts = data.Answers.Where(a => roster.Counts(a.Worker)).SelectMany(a => a.Clip.Select(c => (Question: c.Key, a.Worker, Text: c.Value as ClipAnswer.Text)));
            foreach (var question in texts.Where(t => t.Text is not null).GroupBy(t => t.Question, StringComparer.Ordinal))
            {
                study.Add([.. question.Select(t => new WorkerText(t.Worker, t.Text!.Value))]);
            }
        }

        return study.Finish(settings.KnownReliabilities);
    }

    private static double? Mean(double? a, double? b) => a is null ? b : b is null ? a : (a + b) / 2;

    private double? LabelAccuracy(string worker, (double Right, int Labels) ofTracks)
    {
        var ofClips = clips.Of(worker);
        var count = ofClips.Labels + ofTracks.Labels;
        return count == 0 ? null : (((ofClips.Accuracy ?? 0) * ofClips.Labels) + ofTracks.Right) / count;
    }

    private WorkerReliability Complete(WorkerReliability worker, (double Right, int Labels) ofTracks) => worker with
    {
        LabelAccuracy = LabelAccuracy(worker.Worker, ofTracks),
        GoldAgreement = Mean(worker.GoldAgreement, clips.Of(worker.Worker).GoldAgreement),
        TextReliability = texts.Of(worker.Worker),
        Lag = precision.LagOf(worker.Worker),
    };
}
