using LambdaHooks.Answers;
using LambdaHooks.Timeline;

namespace LambdaHooks.GroundTruth;

/// <summary>An answer while its fields are being read.</summary>
internal sealed class AnswerDraft(string worker)
{
    private readonly List<Rejection> rejections = [];
    private bool rejected;

    public string? Token { get; set; }

    public List<Track> Tracks { get; } = [];

    public SortedDictionary<string, ClipAnswer> Clip { get; } = new(StringComparer.Ordinal);

    public Preference? Preference { get; set; }

    /// <summary>True once the AWS sample page's streams were read into <see cref="Tracks"/>.</summary>
    public bool FromSamplePage { get; set; }

    /// <summary>The whole answer cannot be used.</summary>
    public void RejectAll(string reason, string raw)
    {
        rejected = true;
        rejections.Add(new Rejection(worker, reason, raw));
    }

    /// <summary>A part cannot be used; the rest can.</summary>
    public void RejectPart(string part, string reason, string raw) =>
        rejections.Add(new Rejection(worker, reason, raw) { Part = part });

    public ReadAnswer Finish() => new(
        rejected ? null : new Answer(worker) { Token = Token, Tracks = Tracks, Clip = Clip, Preference = Preference },
        rejections);
}
