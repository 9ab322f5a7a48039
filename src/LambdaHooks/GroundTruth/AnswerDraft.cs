using System.Text;
using LambdaHooks.Answers;
using LambdaHooks.Timeline;

namespace LambdaHooks.GroundTruth;

/// <summary>An answer while its fields are being read.</summary>
/// <param name="worker">Whose answer.</param>
/// <param name="content">Its whole text as UTF-8, kept with a rejection of it all.</param>
/// <param name="texts">Texts of other answers that it may share.</param>
internal sealed class AnswerDraft(string worker, ReadOnlyMemory<byte> content, TextPool texts)
{
    private readonly List<Rejection> rejections = [];
    private bool rejected;

    public TextPool Texts { get; } = texts;

    public string? Token { get; set; }

    public List<Track> Tracks { get; } = [];

    public SortedDictionary<string, ClipAnswer> Clip { get; } = new(StringComparer.Ordinal);

    public Preference? Preference { get; set; }

    /// <summary>True once our own page's answer was read, however little it says.</summary>
    public bool FromOwnPage { get; set; }

    /// <summary>True once the AWS sample page's streams were read into <see cref="Tracks"/>.</summary>
    public bool FromSamplePage { get; set; }

    /// <summary>Segments that may still be read.</summary>
    public int SegmentsLeft { get; set; } = SegmentReader.MostSegments;

    /// <summary>The whole answer cannot be used.</summary>
    public void RejectAll(string reason)
    {
        rejected = true;
        rejections.Add(new Rejection(worker, reason, Encoding.UTF8.GetString(content.Span)));
    }

    /// <summary>A part cannot be used; the rest can.</summary>
    public void RejectPart(string part, string reason, string raw) =>
        rejections.Add(new Rejection(worker, reason, raw) { Part = part });

    /// <summary>The answer and its rejections. A form in which nothing was filled in is no answer.</summary>
    public ReadAnswer Finish()
    {
        if (!rejected && rejections.Count == 0 && !FromOwnPage && !FromSamplePage && Clip.Count == 0)
        {
            RejectAll("empty-answer: no field was filled in");
        }

        return new ReadAnswer(rejected ? null : new Answer(worker) { Token = Token, Tracks = Tracks, Clip = Clip, Preference = Preference }, rejections);
    }
}
