using LambdaHooks.Consolidation;
using LambdaHooks.Datasets;
using LambdaHooks.GroundTruth;
using LambdaHooks.Timeline;

namespace LambdaHooks.Hooks;

/// <summary>One data object on its way to its label. It starts unfinished; only success removes the mark.</summary>
internal sealed class ObjectDraft(string id)
{
    /// <summary>The reason an object keeps when nobody got to it.</summary>
    public const string Unfinished = "unfinished: the invocation ended before this object was consolidated";

    public string Id { get; } = id;

    /// <summary>Why there is no label; null once there is one.</summary>
    public string? Error { get; set; } = Unfinished;

    /// <summary>True once its answers were read, however few could be used.</summary>
    public bool WasRead { get; set; }

    public string? SourceUri { get; set; }

    public TaskContextWire? Context { get; set; }

    public ObjectAnswers Answers { get; set; } = new(id, []);

    public List<Rejection> Rejections { get; } = [];

    public List<string> Notices { get; } = [];

    public Consolidated? Consolidated { get; set; }

    public int Pairs { get; set; }

    public int Segments { get; set; }

    /// <summary>The label as JSON, but for where its records are.</summary>
    public byte[] Label { get; set; } = [];

    /// <summary>The label, once: what is made of it replaces it.</summary>
    public byte[] TakeLabel()
    {
        var label = Label;
        Label = [];
        return label;
    }

    /// <summary>Lets go of everything that the label says by now.</summary>
    public void ForgetSources()
    {
        Answers = new ObjectAnswers(Id, []);
        Consolidated = null;
        Rejections.Clear();
        Rejections.TrimExcess();
    }

    /// <summary>Media of the object: those of its context, else the payload's own source.</summary>
    public IReadOnlyDictionary<string, ResultMedium> Media()
    {
        if (Context is null)
        {
            return SourceUri is null ? new Dictionary<string, ResultMedium>() : new() { ["source"] = new ResultMedium(SourceUri, null, null) };
        }

        return Context.Media.Where(m => m.S3Uri is not null).ToDictionary(
            m => m.Id,
            m => new ResultMedium(m.S3Uri!, m.Model, m.DurationSeconds is { } seconds && MediaTime.TryFromSeconds(seconds, out var time) ? time : null));
    }
}
