namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Everybody of a batch with how far they are believed: who counts, in which order, with what weight.</summary>
internal sealed class WorkerRoster
{
    private const double ExcludedBelow = 0.35;
    private const int LeastSharedTracks = 5;
    private const int LeastPool = 3;
    private const double LeastWeight = 0.5;
    private const double MostWeight = 1.5;

    private readonly SortedDictionary<string, WorkerReliability> workers = new(StringComparer.Ordinal);
    private readonly double? pool;

    /// <param name="names">Everybody who answered.</param>
    /// <param name="reliability">What their segments say.</param>
    /// <param name="gold">What gold answers say.</param>
    /// <param name="isConstant">True for a worker who always gives the same label where the others' vary: that is no judgement.</param>
    /// <param name="settings">What is known from elsewhere.</param>
    public WorkerRoster(IEnumerable<string> names, SegmentReliability reliability, GoldMeasure gold, Func<string, bool> isConstant, ConsolidationSettings settings)
    {
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            var isKnown = settings.KnownReliabilities.TryGetValue(name, out var known);
            workers[name] = new WorkerReliability(name, isKnown ? known : gold.Of(name) ?? reliability.Of(name), reliability.SharedTracks(name), null)
            {
                IsKnown = isKnown,
                GoldAgreement = gold.AgreementOf(name),
                Copies = reliability.Copies(name),
            };
        }

        double[] figures = [.. workers.Values.Where(w => !settings.AlwaysExclude.Contains(w.Worker)).Select(w => w.Reliability).OfType<double>().Order()];
        pool = figures.Length == 0 ? null : Median.Of(figures);
        MeanTrust = figures.Length == 0 ? 1 : figures.Average();
        foreach (var name in workers.Keys.ToArray())
        {
            workers[name] = workers[name] with { Excluded = WhyExcluded(workers[name], figures.Length, isConstant(name), settings) };
        }
    }

    /// <summary>How far a worker is believed of whom nothing is known.</summary>
    public double MeanTrust { get; }

    public IReadOnlyCollection<WorkerReliability> Workers => workers.Values;

    /// <summary>False for a name that only gold answers carry.</summary>
    public bool Knows(string worker) => workers.ContainsKey(worker);

    public bool Counts(string worker) => workers[worker].Excluded is null;

    /// <summary>How far to believe a worker nobody else can confirm.</summary>
    public double TrustIn(string worker) => workers[worker].Reliability ?? MeanTrust;

    /// <summary>
    /// 0 for an excluded worker, 1 for everybody else: near-equal workers fuse best with equal weights. A reliability known from elsewhere
    /// is believed, within bounds.
    /// </summary>
    public double WeightOf(string worker) => workers[worker] switch
    {
        { Excluded: not null } => 0,
        { IsKnown: true, Reliability: { } known } when pool > 0 => Math.Clamp(known / pool.Value, LeastWeight, MostWeight),
        _ => 1,
    };

    /// <summary>The tracks, those of counting workers first, the most reliable first among them, names deciding between equals.</summary>
    public IReadOnlyList<WeighedTrack> InOrder(IReadOnlyList<WorkerTrack> tracks) =>
    [
        .. tracks.Select(t => new WeighedTrack(t, WeightOf(t.Worker)))
            .OrderBy(t => t.Weight > 0 ? 0 : 1)
            .ThenByDescending(t => workers[t.Track.Worker].Reliability ?? -1)
            .ThenBy(t => t.Track.Worker, StringComparer.Ordinal),
    ];

    private string? WhyExcluded(WorkerReliability worker, int measured, bool isConstant, ConsolidationSettings settings) =>
        settings.AlwaysExclude.Contains(worker.Worker) ? "excluded-by-request: told to leave this worker out"
        : settings.AlwaysUse.Contains(worker.Worker) ? null
        : measured >= LeastPool && worker.Reliability < ExcludedBelow * pool && (worker.IsKnown || worker.SharedTracks >= LeastSharedTracks)
            ? "low-reliability: agrees with the others far less than they do with each other"
        : isConstant ? "constant-answer: always gives the same label where the others' labels vary"
        : null;
}
