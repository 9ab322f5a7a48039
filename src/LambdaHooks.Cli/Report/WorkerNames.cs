using System.Globalization;

namespace LambdaHooks.Cli.Report;

/// <summary>What a report calls workers: their ids, or <c>W1</c>, <c>W2</c>, … by the order of their ids.</summary>
internal sealed class WorkerNames
{
    private readonly Dictionary<string, string> names;

    private readonly bool haveShort;

    private WorkerNames(Dictionary<string, string> names)
    {
        this.names = names;
        haveShort = names.Values.Select(LastPart).Distinct(StringComparer.Ordinal).Count() == names.Count;
    }

    /// <summary>Names for everybody.</summary>
    /// <param name="workers">Ids.</param>
    /// <param name="hidden">True to replace them.</param>
    public static WorkerNames Of(IEnumerable<string> workers, bool hidden) => new(workers
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select((id, i) => (Id: id, Name: hidden ? string.Create(CultureInfo.InvariantCulture, $"W{i + 1}") : id))
        .ToDictionary(w => w.Id, w => w.Name, StringComparer.Ordinal));

    /// <summary>A worker's name; an unknown one stays nameless, so that no id slips through.</summary>
    public string this[string worker] => names.GetValueOrDefault(worker, worker.Length == 0 ? "" : "someone else");

    /// <summary>The last part of the name where that tells everybody apart: ids share a long prefix.</summary>
    public string Short(string worker) => haveShort ? LastPart(this[worker]) : this[worker];

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];
}
