using System.Text;
using LambdaHooks.Datasets.Annotations;

namespace LambdaHooks.Tests.Datasets.Annotations;

public class TextGridAnnotationsTests
{
    public const string LongForm = """
        File type = "ooTextFile"
        Object class = "TextGrid"

        xmin = 0
        xmax = 2.3
        tiers? <exists>
        size = 2
        item []:
            item [1]:
                class = "IntervalTier"
                name = "Mary"
                xmin = 0
                xmax = 2.3
                intervals: size = 3
                intervals [1]:
                    xmin = 0
                    xmax = 0.7
                    text = ""
                intervals [2]:
                    xmin = 0.7
                    xmax = 1.5
                    text = "say ""hi"" 5
        twice"
                intervals [3]:
                    xmin = 1.5
                    xmax = 2.3
                    text = " b "
            item [2]:
                class = "TextTier"
                name = "bell"
                xmin = 0
                xmax = 2.3
                points: size = 2
                points [1]:
                    number = 1.25
                    mark = "ding"
                points [2]:
                    number = 2
                    mark = ""
        """;

    public const string ShortForm = """
        "ooTextFile"
        "TextGrid"
        0
        2.3
        <exists>
        2 ! tiers follow
        "IntervalTier" "Mary" 0 2.3 3
        0 0.7 "" 0.7 1.5 "say ""hi"" 5
        twice" 1.5 2.3 "b"
        "TextTier"
        "bell"
        0
        2.3
        2
        1.25
        "ding"
        2
        ""
        """;

    private static readonly string[] AsAnnotators = [". a Mary: 0.7-1.5 say \"hi\" 5\ntwice, 1.5-2.3 b", ". a bell: 1.25-1.25 ding, 2-2 -"];

    [Theory]
    [InlineData(LongForm)]
    [InlineData(ShortForm)]
    public void BothFormsReadTheSame(string text) => Assert.Equal(AsAnnotators, Sources.InWords(Sources.Read(TextGridAnnotations.Read, text)));

    [Fact]
    public void Utf16OfBothByteOrdersIsRead()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes(LongForm.ReplaceLineEndings("\r\n"))];
            var read = Sources.InWords(Sources.Read(TextGridAnnotations.Read, Sources.Of(bytes)));

            Assert.Equal(AsAnnotators, read.Select(r => r.ReplaceLineEndings("\n")));
        }
    }

    [Fact]
    public void TiersMayBeTracksOfOneAnnotator() => Assert.Equal(
        ["Mary c eve: 0.7-1.5 say \"hi\" 5\ntwice, 1.5-2.3 b", "bell c eve: 1.25-1.25 ding, 2-2 -"],
        Sources.InWords(Sources.Read(TextGridAnnotations.Read, Sources.Of(ShortForm) with { TiersAreTracks = true, Annotator = "eve", Clip = "c" })));

    [Fact]
    public void ATierOfSilenceSaysThatNothingWasFound() => Assert.Equal(
        [". a x:"],
        Sources.InWords(Sources.Read(TextGridAnnotations.Read, "\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1 \"IntervalTier\" \"x\" 0 1 1 0 1 \"\"")));

    [Theory]
    [InlineData("", "a.file: empty.")]
    [InlineData("\"ooTextFile\"\n\"Sound\"\n", "a.file, line 2: 'Sound' in 'ooTextFile' is no TextGrid.")]
    [InlineData("\"ooTextFile\"\n\"TextGrid\" 0 1 <absent>", "a.file, line 2: the TextGrid has no tiers.")]
    [InlineData("\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1\n", "a.file, line 2: the file ends where the class of a tier was expected.")]
    [InlineData("\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1\n\"PitchTier\"", "a.file, line 2: 'PitchTier' is neither IntervalTier nor TextTier.")]
    [InlineData("\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1\n\"IntervalTier\" \"x\" 0 1 1\n1 0 \"\"", "a.file, line 3: start 1 lies after end 0.")]
    [InlineData("\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1\n\"IntervalTier\" \"x\" 0 1 1\n0 1 \"a\n", "a.file, line 3: a quote is not closed.")]
    [InlineData("\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1\n\"IntervalTier\" \"x\" 0 1 1\n0 \"a\" 1", "a.file, line 3: '\"a\"' where xmax was expected.")]
    [InlineData("\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1\n\"IntervalTier\" \"x\" 0 1 -1\n", "a.file, line 2: '-1' is not the number of marks.")]
    [InlineData("\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1\n\"TextTier\" \"x\" 0 1 2000000000\n1 \"a\"", "a.file, line 3: the file ends where the time of a point was expected.")]
    [InlineData("\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1\n\"TextTier\" \"x\" 0 1 1\n-2 \"a\"", "a.file, line 3: the time of a point -2 is negative.")]
    [InlineData("\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1\n\"TextTier\" \"\" 0 1 1\n2 \"a\"", "a.file, line 2: a tier that should be an annotator has no name.")]
    public void WhatIsWrongIsToldWithFileAndLine(string text, string message) => Assert.Equal(message, Sources.Error(TextGridAnnotations.Read, text));
}
