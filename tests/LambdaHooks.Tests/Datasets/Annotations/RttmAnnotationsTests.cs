using LambdaHooks.Datasets.Annotations;

namespace LambdaHooks.Tests.Datasets.Annotations;

public class RttmAnnotationsTests
{
    [Fact]
    public void SpeakerLinesBecomeSegmentsOfTheirFile() => Assert.Equal(
        [". m1 a: 0.5-2 A, 2-2.25 B", ". m2 a: 0-1 -"],
        Sources.InWords(Sources.Read(RttmAnnotations.Read,
            ";; a comment\r\nSPKR-INFO m1 1 <NA> <NA> <NA> unknown A <NA> <NA>\r\nSPEAKER m1 1 2.00 0.25 <NA> <NA> B <NA> <NA>\r\n\r\n  SPEAKER\tm1 2 0.5 1.5 <NA> <NA> A <NA>\r\nSPEAKER m2 1 0 1 <NA> <NA> <NA> <NA> <NA>\r\n")));

    [Fact]
    public void TheAnnotatorMayBeNamed() => Assert.Equal(
        [". m eve: 0-1 A"],
        Sources.InWords(Sources.Read(RttmAnnotations.Read, Sources.Of("SPEAKER m 1 0 1 <NA> <NA> A <NA> <NA>") with { Annotator = "eve" })));

    [Theory]
    [InlineData("SPEAKER m 1 0 1 <NA> <NA> A\n", "a.file, line 1: 8 fields instead of 10.")]
    [InlineData("SPEAKER m 1 0 1 <NA> <NA> A <NA> <NA> x y z\n", "a.file, line 1: more than 10 fields instead of 10.")]
    [InlineData(";; x\nSPOKEN m 1 0 1 <NA> <NA> A <NA> <NA>\n", "a.file, line 2: 'SPOKEN' is no type of RTTM.")]
    [InlineData("SPEAKER m 1 -1 1 <NA> <NA> A <NA> <NA>\n", "a.file, line 1: onset -1 is negative.")]
    [InlineData("SPEAKER m 1 0 nan <NA> <NA> A <NA> <NA>\n", "a.file, line 1: duration 'nan' is no number of seconds with a dot.")]
    [InlineData("SPEAKER m 1 3600000 3600000 <NA> <NA> A <NA> <NA>\n", "a.file, line 1: end 7200000 is further than 1,000 hours from the start.")]
    [InlineData("", "a.file: empty.")]
    public void WhatIsWrongIsToldWithFileAndLine(string text, string message) => Assert.Equal(message, Sources.Error(RttmAnnotations.Read, text));
}
