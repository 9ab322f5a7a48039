using System.Text;
using LambdaHooks.Datasets;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Datasets;

public class JsonLinesTests
{
    private static readonly PreferencePair FullPair = new("job/0/a-over-b", "Say \"hi\" & wave", "s3://m/a.wav", "s3://m/b.wav", 1.3333, 0.6667, 3, "p1", "model-a", "model-b");

    private static readonly SftSegment FullSegment = new(
        "job/0/m1/speaker/0", "s3://m/a.wav", Interval.Seconds(0.000001m, 2.5m), "speaker", "A", "they’ll meet in Łódź 🙂 <b>", 0.875, 2, ["loud", "slow"],
        new Dictionary<string, string> { ["severity"] = "2", ["emotion"] = "sad" });

    [Fact]
    public void APreferencePairIsThisLine()
    {
        var lines = new JsonLines();
        lines.Add(FullPair);

        AssertBytes(
            """
            {"id":"job/0/a-over-b","prompt_id":"p1","prompt":"Say \"hi\" & wave","chosen":"s3://m/a.wav","rejected":"s3://m/b.wav","margin":1.3333,"agreement":0.6667,"workers":3,"chosen_model":"model-a","rejected_model":"model-b","provisional":true}

            """,
            lines);
    }

    [Fact]
    public void AnSftSegmentIsThisLine()
    {
        var lines = new JsonLines();
        lines.Add(FullSegment);

        AssertBytes(
            """
            {"id":"job/0/m1/speaker/0","media":"s3://m/a.wav","start":0.000001,"end":2.5,"track":"speaker","label":"A","text":"they’ll meet in Łódź \uD83D\uDE42 <b>","confidence":0.875,"workers":2,"labels":["loud","slow"],"attributes":{"emotion":"sad","severity":"2"},"provisional":true}

            """,
            lines);
    }

    [Fact]
    public void WhatIsNotKnownIsLeftOut()
    {
        var lines = new JsonLines();
        lines.Add(FullPair with { PromptId = null, ChosenModel = null, RejectedModel = null, Margin = 1, Agreement = 1 });
        lines.Add(FullSegment with { Label = null, Text = "", Labels = [], Attributes = Segment.NoAttributes, Interval = Interval.Seconds(1, 2) });

        AssertBytes(
            """
            {"id":"job/0/a-over-b","prompt":"Say \"hi\" & wave","chosen":"s3://m/a.wav","rejected":"s3://m/b.wav","margin":1,"agreement":1,"workers":3,"provisional":true}
            {"id":"job/0/m1/speaker/0","media":"s3://m/a.wav","start":1,"end":2,"track":"speaker","text":"","confidence":0.875,"workers":2,"provisional":true}

            """,
            lines);
        Assert.Equal(2, lines.Count);
    }

    [Theory]
    [InlineData("a\nb", "a\\nb")]
    [InlineData("a\r\u0000\\b", "a\\r\\u0000\\\\b")]
    public void ALineBreakInATextNeverBreaksTheLine(string text, string written)
    {
        var lines = new JsonLines();
        lines.Add(FullSegment with { Text = text });

        var line = Encoding.UTF8.GetString(lines.ToArray());
        Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
        Assert.Contains($"\"text\":\"{written}\"", line, StringComparison.Ordinal);
    }

    [Fact]
    public void NoRecordsAreNoBytes() => Assert.Equal((0, 0), (new JsonLines().Count, new JsonLines().ToArray().Length));

    private static void AssertBytes(string expected, JsonLines lines) => Assert.Equal(expected, Encoding.UTF8.GetString(lines.ToArray()));
}
