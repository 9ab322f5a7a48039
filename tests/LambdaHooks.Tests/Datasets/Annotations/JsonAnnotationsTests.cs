using LambdaHooks.Datasets.Annotations;

namespace LambdaHooks.Tests.Datasets.Annotations;

public class JsonAnnotationsTests
{
    [Fact]
    public void MarksLabelsAndEmptyTracksAreRead() => Assert.Equal(
        ["noise c bob:", "words c alice: 1-2.5 x \"hello\", 3-3 -", "mood c alice = 4", "mood c bob = {a b}", "mood d alice = good"],
        Sources.InWords(Sources.Read(JsonAnnotations.Read, """
            [{"file": "c", "annotator": "alice", "track": "words", "start": 3, "end": 3, "label": null},
             {"file": "c", "annotator": "alice", "track": "words", "start": 1, "end": 2.5, "label": "x", "text": "hello", "other": [1]},
             {"file": "c", "annotator": "bob", "track": "noise"},
             {"file": "d", "annotator": "alice", "track": "mood", "label": "good"},
             {"file": "c", "annotator": "alice", "track": "mood", "label": 4},
             {"file": "c", "annotator": "bob", "track": "mood", "label": ["b", "a", "b"]}]
            """)));

    [Fact]
    public void AListWithoutAnnotatorsIsOfWhoeverItIsNamedAfter() => Assert.Equal(
        [". . a: 1-2 -"], Sources.InWords(Sources.Read(JsonAnnotations.Read, "[{\"start\": 1, \"end\": 2}]")));

    [Theory]
    [InlineData("", "a.file: empty.")]
    [InlineData("{}", "a.file: no list of marks.")]
    [InlineData("[{},\n{]", "a.file, line 2: no JSON nested less than 64 deep.")]
    [InlineData("[1]", "a.file, entry 1: no object.")]
    [InlineData("[{\"start\": 1, \"end\": 2}, {\"start\": 2, \"end\": 1}]", "a.file, entry 2: start 2 lies after end 1.")]
    [InlineData("[{\"start\": -1, \"end\": 2}]", "a.file, entry 1: start -1 is negative.")]
    [InlineData("[{\"start\": \"1\", \"end\": 2}]", "a.file, entry 1: start is no number of seconds.")]
    [InlineData("[{\"start\": 1}]", "a.file, entry 1: end is no number of seconds.")]
    [InlineData("[{\"start\": 1, \"end\": 1e400}]", "a.file, entry 1: end is no number of seconds.")]
    [InlineData("[{\"start\": 1, \"end\": 2, \"label\": 3}]", "a.file, entry 1: label is no text.")]
    [InlineData("[{\"annotator\": 1}]", "a.file, entry 1: annotator is no text.")]
    [InlineData("[{\"annotator\": \"\"}]", "a.file, entry 1: no annotator.")]
    [InlineData("[{\"label\": \"\\ud800\"}]", "a.file, entry 1: a text holds half of a surrogate pair.")]
    [InlineData("[{\"label\": [1]}]", "a.file, entry 1: label is a list of something else than texts.")]
    [InlineData("[{\"label\": true}]", "a.file, entry 1: label is neither text, number nor a list of texts.")]
    [InlineData("[{\"file\": \"c\", \"label\": \"x\"}, {\"file\": \"c\", \"label\": \"x\"}]", "a.file, entry 2: 'a' labels 'c' a second time.")]
    public void WhatIsWrongIsToldWithFileAndEntry(string text, string message) => Assert.Equal(message, Sources.Error(JsonAnnotations.Read, text));
}
