using CsCheck;
using LambdaHooks.Datasets.Annotations;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Datasets.Annotations;

public class AnnotationSetTests
{
    private static readonly Gen<(string Track, string Clip, string Annotator, int Start, int Length, string? Label)[]> Marks = Gen.Select(
        Gen.OneOf("", "t"), Gen.OneOf("c", "d"), Gen.OneOf("x", "y", "z"), Gen.Int[0, 5], Gen.Int[0, 3], Gen.OneOf("p", "q", null!))
        .Select((track, clip, annotator, start, length, label) => (track, clip, annotator, start, length, (string?)label)).Array[0, 12];

    [Fact]
    public void TheOrderOfMarksChangesNothing() => Marks.SelectMany(m => Gen.Shuffle(m).Select(s => (m, s))).Sample(
        (marks, shuffled) => Assert.Equal(Sources.InWords(Set(marks)), Sources.InWords(Set(shuffled))), iter: 10_000);

    [Fact]
    public void EverybodyEverywhereAddsOnlyEmptyTracks() => Marks.Sample(marks =>
    {
        var set = Set(marks);
        var all = set.WithEverybody();

        Assert.Equal(set.Tracks, all.Tracks.Where(t => t.Segments.Count > 0));
        Assert.Equal(
            set.Tracks.Select(t => t.Track).Distinct().Count() * set.Tracks.Select(t => t.Clip).Distinct().Count() * set.Tracks.Select(t => t.Annotator).Distinct().Count(),
            all.Tracks.Count);
    }, iter: 10_000);

    [Fact]
    public void TooManyCombinationsAreRefused()
    {
        var draft = new AnnotationDraft();
        for (var i = 0; i < 1500; i++)
        {
            draft.Open("", $"c{i}", $"a{i}");
        }

        Assert.Equal(
            "Together: 1500 clips, 1 tracks and 1500 annotators are too many for everybody to have seen all.",
            Assert.Throws<AnnotationException>(() => draft.Finish().WithEverybody()).Message);
    }

    [Theory]
    [InlineData("SPEAKER m 1 0 1 <NA> <NA> A <NA> <NA>\n", "", AnnotationFormat.Rttm)]
    [InlineData(";; nothing\n", ".txt", AnnotationFormat.Rttm)]
    [InlineData("\uFEFF [1]", "", AnnotationFormat.Json)]
    [InlineData(TextGridAnnotationsTests.LongForm, ".txt", AnnotationFormat.TextGrid)]
    [InlineData(TextGridAnnotationsTests.ShortForm, ".txt", AnnotationFormat.TextGrid)]
    [InlineData("a,b,1,2\n", ".txt", AnnotationFormat.Csv)]
    [InlineData("SPEAKER m 1 0 1 <NA> <NA> A <NA> <NA>\n", ".CSV", AnnotationFormat.Csv)]
    [InlineData("", ".TextGrid", AnnotationFormat.TextGrid)]
    public void TheEndingSaysTheFormatElseTheStart(string text, string ending, AnnotationFormat format) =>
        Assert.Equal(format, AnnotationFormats.Of(Sources.Of(text), ending));

    [Fact]
    public void WhatIsOfNoKnownFormatIsRefused() => Assert.Equal(
        "a.file: neither a table, RTTM, TextGrid, a label track nor JSON.",
        Assert.Throws<AnnotationException>(() => AnnotationFormats.Of(Sources.Of("some words\n"), ".txt")).Message);

    private static AnnotationSet Set(IEnumerable<(string Track, string Clip, string Annotator, int Start, int Length, string? Label)> marks)
    {
        var draft = new AnnotationDraft();
        foreach (var (track, clip, annotator, start, length, label) in marks)
        {
            draft.Add(track, clip, annotator, new Segment(Interval.Seconds(start, start + length), label));
        }

        return draft.Finish();
    }
}
