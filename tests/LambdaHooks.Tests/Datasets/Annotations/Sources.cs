using System.Globalization;
using System.Text;
using LambdaHooks.Datasets.Annotations;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Datasets.Annotations;

/// <summary>Short ways to make files of annotations, and to say what was read.</summary>
internal static class Sources
{
    public static AnnotationSource Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static AnnotationSource Of(byte[] bytes) => new("a.file", bytes) { Stem = "a", Clip = "" };

    public static AnnotationSet Read(Action<AnnotationSource, AnnotationDraft> read, string text) => Read(read, Of(text));

    public static AnnotationSet Read(Action<AnnotationSource, AnnotationDraft> read, params AnnotationSource[] sources)
    {
        var draft = new AnnotationDraft();
        foreach (var source in sources)
        {
            read(source, draft);
        }

        return draft.Finish();
    }

    /// <summary>A line a track and a line a label, such as <c>speaker clip alice: 1-2 x, 3-3 -</c>.</summary>
    public static string[] InWords(AnnotationSet set) =>
    [
        .. set.Tracks.Select(t => $"{Name(t.Track)} {Name(t.Clip)} {t.Annotator}: {string.Join(", ", t.Segments.Select(InWords))}".TrimEnd()),
        .. set.Labels.Select(l => $"{Name(l.Track)} {l.Item} {l.Annotator} = {(l.IsSet ? $"{{{string.Join(' ', l.Values)}}}" : l.Values[0])}"),
    ];

    /// <summary>The message of the error that a file gives.</summary>
    public static string Error(Action<AnnotationSource, AnnotationDraft> read, AnnotationSource source) =>
        Assert.Throws<AnnotationException>(() => read(source, new AnnotationDraft())).Message;

    public static string Error(Action<AnnotationSource, AnnotationDraft> read, string text) => Error(read, Of(text));

    private static string InWords(Segment s) => string.Create(CultureInfo.InvariantCulture, $"{s.Interval.Start}-{s.Interval.End} {s.Label ?? "-"}{(s.Text.Length > 0 ? $" \"{s.Text}\"" : "")}");

    private static string Name(string name) => name.Length == 0 ? "." : name;
}
