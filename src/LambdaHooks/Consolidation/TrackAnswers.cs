using LambdaHooks.Answers;
using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>Everybody's segments on one track of one data object, ordered by worker.</summary>
internal sealed class TrackAnswers
{
    private readonly List<WorkerTrack> workers = [];
    private IReadOnlyList<(int A, int B, PairAgreement Agreement)>? pairs;

    /// <summary>Workers who opened the track.</summary>
    public IReadOnlyList<WorkerTrack> Workers => workers;

    /// <summary>Agreement of every pair of workers, by their places.</summary>
    public IReadOnlyList<(int A, int B, PairAgreement Agreement)> Pairs => pairs ??= ComparePairs();

    /// <summary>Every track that somebody opened, with everybody who did.</summary>
    public static SortedDictionary<TrackKey, TrackAnswers> Group(IReadOnlyList<Answer> answers)
    {
        var groups = new SortedDictionary<TrackKey, TrackAnswers>();
        foreach (var answer in answers.OrderBy(a => a.Worker, StringComparer.Ordinal))
        {
            foreach (var byKey in answer.Tracks.Where(IsOpened).GroupBy(t => t.Key))
            {
                if (!groups.TryGetValue(byKey.Key, out var group))
                {
                    groups.Add(byKey.Key, group = new TrackAnswers());
                }

                group.workers.Add(WorkerTrack.Join(answer.Worker, byKey));
            }
        }

        return groups;
    }

    private static bool IsOpened(Track track) => track.Opened || track.Segments.Count > 0;

    private List<(int A, int B, PairAgreement Agreement)> ComparePairs()
    {
        var compared = new List<(int A, int B, PairAgreement Agreement)>();
        for (var a = 0; a < workers.Count; a++)
        {
            for (var b = a + 1; b < workers.Count; b++)
            {
                compared.Add((a, b, PairAgreement.Between(workers[a], workers[b])));
            }
        }

        return compared;
    }
}
