using System.Text.RegularExpressions;
using LambdaHooks.Cli.Report;
using LambdaHooks.Cli.Tests.Programs;
using LambdaHooks.Consolidation;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Tests.Report;

public sealed partial class ReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task ObjectsComeInTheReviewQueuesOrderAndTheRestIsCounted()
    {
        var text = await WriteAsync([.. Enumerable.Repeat(SomeJob.Label("speech"), 5)], most: 2);

        Assert.Equal(["object-4", "object-3"], Article.Matches(text).Select(m => m.Groups[1].Value));
        Assert.Contains("3 further objects are left out", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATrackOfFiftyThousandSegmentsAndATextOfAMillionCharactersKeepTheReportSmall()
    {
        SegmentWire[] segments = [.. Enumerable.Range(0, 50_000).Select(i => new SegmentWire(i, i + 1, $"label {i}", "", 1, [new("private.ann", i, i + 1, $"label {i}", 1)]))];
        var label = SomeJob.Label("speech") with
        {
            Tracks = [new("speech", null, ["private.ann"], segments)],
            Transcript = new("transcription", new string('x', 1_000_000), 1),
        };

        var text = await WriteAsync([label]);

        Assert.InRange(text.Length, 1, 1_000_000);
        Assert.Contains("only the first 400 of 50,000 marks are drawn", text, StringComparison.Ordinal);
        Assert.Contains("49,500 further segments are in the label", text, StringComparison.Ordinal);
        Assert.Contains("980,000 more characters are in the label", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCannotBeSeenByColourIsSaid()
    {
        var text = await WriteAsync([SomeJob.Label("speech")]);

        Assert.Contains("private.eve", text, StringComparison.Ordinal);
        Assert.Contains("(excluded)", text, StringComparison.Ordinal);
        Assert.Contains("excluded: below-pool", text, StringComparison.Ordinal);
        Assert.Contains("stroke-dasharray", text, StringComparison.Ordinal);
        Assert.Contains("url(#hatch)", text, StringComparison.Ordinal);
        Assert.Contains("<u title=\"confidence 0.50\">well</u>", text, StringComparison.Ordinal);
        Assert.Contains("none: one-value: every label is the same", text, StringComparison.Ordinal);
        Assert.Contains("too few workers marked it; some-new-flag", text, StringComparison.Ordinal);
        Assert.Contains("0.82 [0.72, 0.92] (n = 12)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALabelThatSaysOnlyWhyThereIsNoneIsShown() =>
        Assert.Contains("no-answers: nobody answered", await WriteAsync([new LabelWire { Error = "no-answers: nobody answered" }]), StringComparison.Ordinal);

    [Fact]
    public void EveryFlagHasWords()
    {
        string[] flags = [Flags.BelowQuorum, Flags.LabelUncertain, Flags.BoundarySpread, Flags.SplitMerge, Flags.TextUncertain, Flags.OneWorker, Flags.WorkerExcluded, Flags.RatingSpread, Flags.LowAgreement, Flags.GoldFailed, Flags.Duplicate, Flags.Empty];

        Assert.All(flags, f => Assert.NotEqual(f, FlagWords.Of(f)));
        Assert.Equal(flags.Length, typeof(Flags).GetFields().Length);
    }

    [Fact]
    public void ALabelKeepsItsColour()
    {
        Assert.Equal(LabelColors.Fill("speech"), LabelColors.Fill("speech"));
        Assert.InRange(Enumerable.Range(0, 1000).Select(i => LabelColors.Fill($"label {i}")).Distinct().Count(), 40, 48);
    }

    [Fact]
    public void NoColourIsTooDarkForBlackLetters()
    {
        var fills = Enumerable.Range(0, 1000).Select(i => LabelColors.Fill($"label {i}")).Append(LabelColors.Fill(null)).Distinct();

        Assert.All(fills, f => Assert.True(Contrast.WithInk(f) >= 7, $"{f}: {Contrast.WithInk(f)}"));
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> WriteAsync(LabelWire[] labels, int most = 200) =>
        await File.ReadAllTextAsync(await SomeJob.WriteAsync(folder, labels, most), TestContext.Current.CancellationToken);

    [GeneratedRegex("<article id=\"([^\"]+)\"")]
    private static partial Regex Article { get; }
}
