using LambdaHooks.Datasets.Annotations;

namespace LambdaHooks.Tests.Datasets.Annotations;

public class LabelTrackAnnotationsTests
{
    [Fact]
    public void ThreeFieldsAreSegmentsAndLinesOfFrequenciesAreNone() => Assert.Equal(
        [". . a: 0.5-2 speech, 2-2 click, 3-4 -"],
        InWords("0.500000\t2.000000\tspeech\r\n\\\t100.000000\t200.000000\r\n3.0\t4.0\t\r\n\n2.000000\t2.000000\tclick\n"));

    [Fact]
    public void OfTwoFieldsASectionEndsWhereTheNextBeginsAndTheLastLineEndsTheClip() => Assert.Equal(
        [". . a: 0-1.5 Intro, 1.5-9 Verse, 9-10 -"],
        InWords("0.0\tIntro\n1.5\tSilence\n1.5\tVerse\n9\t\n10\tEnd\n"));

    [Fact]
    public void ALineThatOnlyEndsTheClipSaysThatNothingWasFound() => Assert.Equal([". . a:"], InWords("10.5\tEnd\n"));

    [Theory]
    [InlineData("11.ann", ". 11 ann: 0-1 A")]
    [InlineData("take.2.ben", ". take.2 ben: 0-1 A")]
    [InlineData("ann", ". . ann: 0-1 A")]
    [InlineData(".ann", ". . .ann: 0-1 A")]
    [InlineData("ann.", ". . ann.: 0-1 A")]
    public void TheNameOfAFileMaySayClipAndAnnotator(string stem, string words) => Assert.Equal(
        [words], Sources.InWords(Sources.Read(LabelTrackAnnotations.Read, Sources.Of("0\tA\n1\tEnd") with { Stem = stem })));

    [Fact]
    public void WhoeverWasNamedIsTheAnnotator() => Assert.Equal(
        [". 7 eve: 0-1 A"], Sources.InWords(Sources.Read(LabelTrackAnnotations.Read, Sources.Of("0\tA\n1\tEnd") with { Stem = "11.ann", Annotator = "eve", Clip = "7" })));

    [Theory]
    [InlineData("0\t1\tA\t\n", "a.file, line 1: more than 3 fields: neither start, label nor start, end, label, divided by tabs.")]
    [InlineData("0 1 A\n", "a.file, line 1: 1 field: neither start, label nor start, end, label, divided by tabs.")]
    [InlineData("0\t1\tA\n2\tB\n", "a.file, line 2: 2 fields instead of 3.")]
    [InlineData("0\tA\n2\tB\n\n1\tC\n", "a.file, line 4: start 2 lies after end 1.")]
    [InlineData("2\t1\tA\n", "a.file, line 1: start 2 lies after end 1.")]
    [InlineData("0,5\tA\n", "a.file, line 1: start '0,5' is no number of seconds with a dot.")]
    [InlineData("-1\tA\n", "a.file, line 1: start -1 is negative.")]
    [InlineData("", "a.file: empty.")]
    public void WhatIsWrongIsToldWithFileAndLine(string text, string message) => Assert.Equal(message, Sources.Error(LabelTrackAnnotations.Read, text));

    [Theory]
    [InlineData("0.0\tIntro\n", AnnotationFormat.Labels)]
    [InlineData("0.000000\t1.500000\tA\n", AnnotationFormat.Labels)]
    [InlineData("1\t2\tgood\n", AnnotationFormat.Csv)]
    [InlineData("worker\ttask\tlabel\n", AnnotationFormat.Csv)]
    [InlineData("0.5,1.5,good\n", AnnotationFormat.Csv)]
    public void ItIsToldFromTablesByHowItStarts(string text, AnnotationFormat format) => Assert.Equal(format, AnnotationFormats.Of(Sources.Of(text), ".txt"));

    private static string[] InWords(string text) => Sources.InWords(Sources.Read(LabelTrackAnnotations.Read, text));
}
