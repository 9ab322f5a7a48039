namespace LambdaHooks.Cli.Tests.Agreement;

public sealed class AgreementHookFilesTests : IDisposable
{
    private const string Answer = """
        {"schema": "lambdahooks/answer/1", "tracks": [{"category": "defect", "segments": [{"start": 1, "end": 2, "labels": ["click"]}]}, {"category": "noise", "segments": []}], "clip": {"mood": {"label": "good"}}}
        """;

    private readonly AgreementHere here = new();

    [Fact]
    public async Task AnswersOfThePageAreOneAnnotatorsEach()
    {
        here.Put("alice.json", Answer);
        here.Put("bob.json", Answer.Replace("\"end\": 2", "\"end\": 3", StringComparison.Ordinal));

        var lines = await here.MeasureAsync(here.Below("alice.json"), here.Below("bob.json"));

        Assert.Equal("gamma of 1-2click + 1-3click", here.Measures.Asked[0]);
        Assert.Contains("track noise: 1 clips, 2 annotators, 0 segments", lines);
        Assert.Contains("labels of mood: 1 items, 2 annotators, 2 labels", lines);
    }

    [Fact]
    public async Task ARequestAndItsResponseTellTheSame()
    {
        var request = Checkout.Path("events", "labeling", "output", "Speech-Defects-2026-11", "annotations", "consolidated-annotation", "consolidation-request", "iteration-1");
        var (asked, notices) = await AskAsync([.. Directory.EnumerateFiles(request, "*.json").Order(StringComparer.Ordinal).Take(1)]);

        Assert.StartsWith("gamma of ", asked[0], StringComparison.Ordinal);
        Assert.All(notices, n => Assert.StartsWith("note: ", n, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheEvidenceOfLabelsIsWhatWorkersMarked()
    {
        var (asked, _) = await AskAsync(Checkout.Path("events", "post-annotation", "own-decoded.expected.json"));

        Assert.Equal("gamma of 1.362502-1.707786robotic + 1.34052-1.815286robotic", asked[0]);
    }

    [Fact]
    public async Task ALabelAloneIsReadAndAMarkOfTwoSegmentsCountsOnce()
    {
        var mark = """{"worker": "a", "start": 1, "end": 4, "label": "x", "weight": 1}""";
        here.Put("label.json", """
            {"version": 1,
             "tracks": [{"category": "t", "openedBy": ["a", "b", "c"], "segments": [{"start": 1, "end": 2, "text": "", "confidence": 1, "workers": [MARK]}, {"start": 3, "end": 4, "text": "", "confidence": 1, "workers": [MARK, {"worker": "b", "start": 3, "end": 4, "label": "y", "weight": 1}]}]}],
             "candidates": [{"category": "t", "openedBy": ["a", "b", "c"], "segments": [{"start": 8, "end": 9, "text": "", "confidence": 0.3, "workers": [{"worker": "b", "start": 8, "end": 9, "weight": 1}]}]}],
             "clip": {"q": {"value": {"label": "good"}, "confidence": 1, "workers": [{"worker": "a", "value": {"label": "good"}}, {"worker": "b", "value": 3}]}}}
            """.Replace("MARK", mark, StringComparison.Ordinal));

        var (asked, _) = await AskAsync(here.Below("label.json"));

        Assert.Equal("gamma of 1-4x + 3-4y 8-9 + ", asked[0]);
        Assert.Contains("nominal of good 3", asked);
    }

    [Fact]
    public async Task AnswersThatAreLeftOutAreTold()
    {
        here.Put("p.json", """
            [{"datasetObjectId": "0", "dataObject": {"content": "x"}, "annotations": [
              {"workerId": "a", "annotationData": {"content": "{\"mood\": {\"label\": \"good\"}}"}},
              {"workerId": "a", "annotationData": {"content": "{\"mood\": {\"label\": \"bad\"}}"}},
              {"workerId": "b", "annotationData": {"s3Uri": "s3://b/k"}},
              {"workerId": "c", "annotationData": {"content": "no JSON"}},
              {"annotationData": {"content": "{}"}}]}, 7]
            """);

        var (asked, notices) = await AskAsync(here.Below("p.json"));

        Assert.Equal(["nominal of good"], asked);
        Assert.Equal(
        [
            "note: p.json, object 0, c: unreadable-answer: content is not valid JSON at byte 1 of line 1",
            "note: p.json, object 0, nobody's: unknown-worker: the answer has no workerId",
            "note: p.json, object 0: an answer of a is left out, since there is one before it",
            "note: p.json, object 0: an answer of b is left out, since it lies elsewhere",
            "note: p.json: 1 elements without datasetObjectId are left out",
        ], notices);
    }

    [Theory]
    [InlineData("{\"version\": 2}", "a.json, object a: no label of version 1.")]
    [InlineData("{\"version\": 1, \"tracks\": [null]}", "a.json, object a: a track without category.")]
    [InlineData("{\"version\": 1, \"tracks\": [{\"category\": \"t\", \"segments\": [null, {\"workers\": [null]}]}]}", "a.json, object a: evidence of nobody.")]
    [InlineData("{\"version\": 1, \"tracks\": [{\"category\": \"t\", \"segments\": [{\"workers\": [{\"worker\": \"w\", \"start\": 2, \"end\": 1}]}]}]}", "a.json, object a: evidence from 2 to 1.")]
    [InlineData("{\"version\": 1, \"clip\": {\"q\": {\"workers\": [{\"worker\": \"w\"}]}}}", "a.json, object a: q has evidence without a value.")]
    [InlineData("{\"s3Uri\": \"s3://b/k\", \"sha256\": \"00\"}", "a.json, object a: the label lies at s3://b/k.")]
    [InlineData("{\"version\": 1}", "a.json: no annotation in it, nor in the other inputs.")]
    [InlineData("{\"version\": [", "a.json, object a: no label of version 1.")]
    [InlineData("{\"schema\": \"lambdahooks/answer/9\"}", "a.json: unsupported-schema: only lambdahooks/answer/1 is read.")]
    [InlineData("[{\"consolidatedAnnotation\": 1}]", "a.json: no list of {datasetObjectId, consolidatedAnnotation {content {…}}}.")]
    [InlineData("[{\"annotations\": []}]", "a.json: no annotation in it, nor in the other inputs.")]
    public async Task WhatCannotBeUsedIsExitCodeOneAndNamed(string json, string line)
    {
        var (exitCode, lines) = await here.RunAsync(here.Put("a.json", json));

        Assert.Equal((1, line), (exitCode, string.Join('\n', lines)));
    }

    public void Dispose() => here.Dispose();

    private async Task<(IReadOnlyList<string> Asked, string[] Notices)> AskAsync(params string[] files)
    {
        var lines = await here.MeasureAsync([.. files, "--resamples", "0"]);
        return (here.Measures.Asked, [.. lines.Where(l => l.StartsWith("note", StringComparison.Ordinal))]);
    }
}
