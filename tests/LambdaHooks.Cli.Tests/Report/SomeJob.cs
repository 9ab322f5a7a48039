using LambdaHooks.Answers;
using LambdaHooks.Cli.Consolidate;
using LambdaHooks.Cli.Report;
using LambdaHooks.Cli.Tests.Programs;
using LambdaHooks.Folders;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Cli.Tests.Report;

/// <summary>A made-up job in which everything that a report can show is there.</summary>
internal static class SomeJob
{
    /// <summary>What workers might write to break out of a page.</summary>
    public static readonly string[] Hostile =
    [
        "<script>window.hacked=1</script>", "\"><img src=x onerror=window.hacked=1>", "' onmouseover='window.hacked=1", "]]>--><!--", "</title></svg></style><b>",
        "&lt;b&gt;&amp;", "שלום עולם", "a\u202Eb\u2066c", "nul\0bell\a", "half \ud800 pair", "{{7*7}} javascript:alert(1)", "naïve 漢字 🙂",
    ];

    public static MeasureWire Figure(double? value, string? reason = null) => new(value, 12, value - 0.1, value + 0.1, reason);

    /// <summary>A batch of objects "0", "1", … with a review queue from the last to the first.</summary>
    public static BatchWire Batch(int objects) => new(
        "job <1>", objects, objects, objects * 3, 1,
        [
            new("private.ann", 0.91, 40, null) { LabelAccuracy = 0.95, TextReliability = 0.9, LagSeconds = 0.021m, GoldAgreement = 1 },
            new("private.ben", 0.88, 40, null) { Known = true, Copies = ["private.ann"] },
            new("private.eve", 0.07, 40, "below-pool: reliability 0.07 where the pool's median is 0.9"),
        ],
        [new("speech", "segments", Figure(0.82), Figure(0.7), Figure(null, "one-value: every label is the same"), null, Figure(0.5))],
        [new("naturalness", "alpha-ordinal", Figure(0.4))],
        [.. Enumerable.Range(0, objects).Reverse().Select(i => new ReviewItemWire($"{i}", i + 0.5, ["below-quorum", "text-uncertain"]))]);

    /// <summary>A label in which <paramref name="text"/> stands wherever a text can stand.</summary>
    public static LabelWire Label(string text) => new()
    {
        Tracks =
        [
            new(text, null, ["private.ann", "private.ben", "private.eve"], [Fused(0.5m, 2m, text, 0.93, text), Fused(2.25m, 3m, "glitch", 0.4, "")]),
            new("click", text, ["private.ann"], [new(1, 1, "click", "", 1, [new("private.ann", 1, 1, "click", 1)])]) { Kind = "points" },
            new("nothing", null, ["private.ann", "private.ben"], []),
        ],
        Candidates = [new(text, null, [], [new(3.5m, 4m, text, text, 0.3, [new("private.ben", 3.5m, 4m, text, 1) { Text = text }])])],
        Agreement = [new(text, null, 3, 0.8, 0.7)],
        Clip = new Dictionary<string, ClipWire>
        {
            [text] = new(new ClipAnswer.Choice(text), 0.6, null, [new("private.ann", new ClipAnswer.Choice(text))]) { Posterior = new Dictionary<string, double> { [text] = 0.6, ["b"] = 0.4 }, Flags = ["label-uncertain"] },
            ["stars"] = new(new ClipAnswer.Number(3.5), null, 0.5, [new("private.ann", new ClipAnswer.Number(4))]) { Rating = new(3.4, 3.5, 0.7, 2) },
            ["set"] = new(new ClipAnswer.Options(new Dictionary<string, bool> { [text] = true, ["off"] = false }), 1, null, []),
            ["transcription"] = new(new ClipAnswer.Text($"well {text}"), 0.7, null, [new("private.ann", new ClipAnswer.Text(text))]) { Words = [new("well", 0.5), new(text, 0.9)] },
        },
        Transcript = new("transcription", $"well {text}", 0.7),
        Preference = new([text, "c2"], new Dictionary<string, double> { [text] = 1.5, ["c2"] = -1.5 }, [new(text, "c2", 1.5, 1, false, 2)], [new("private.ann", [text, "c2"], -2, false) { Reasons = [text] }]),
        Workers = [new("private.ann", 0.9, 4, null), new("private.eve", 0.1, 4, "below-pool")],
        Rejections = [new("private.eve", text, $"unreadable: {text}", text, null)],
        Notices = [$"no-token: {text}"],
        Review = new(1.25, ["below-quorum", "some-new-flag"]),
    };

    /// <summary>Writes the report of a job.</summary>
    /// <returns>Its path.</returns>
    public static async Task<string> WriteAsync(TemporaryFolder folder, LabelWire[] labels, int most = 200, string[]? notices = null)
    {
        var shelf = new LabelShelf(
            [.. labels.Select((l, i) => new LabelBytes($"{i}", PostAnnotationResponse.Label(l)))], new LabelLoader(new FolderStore(new BucketFolders())));
        var batch = Batch(labels.Length);
        var path = folder.Below("report.html");
        await using var output = new StreamWriter(path);
        var names = WorkerNames.Of(batch.Workers.Select(w => w.Worker), hidden: false);
        await new HtmlReport(batch, new ReportObjects(batch, shelf, null, most), names, notices ?? []).WriteAsync(output, TestContext.Current.CancellationToken);
        return path;
    }

    private static SegmentWire Fused(decimal start, decimal end, string label, double confidence, string text) => new(start, end, label, text, confidence,
    [
        new("private.ann", start - 0.1m, end, label, 1) { Text = text },
        new("private.ben", start, end + 0.125m, label, 1) { Role = "presence" },
        new("private.eve", start, end, "other", 0),
    ])
    {
        Spread = new(0.05m, 0.0625m, 0.1m, 0.125m),
        Posterior = new Dictionary<string, double> { [label] = 0.9, ["other"] = 0.1 },
        Words = text.Length == 0 ? null : [new(text, 0.5)],
        Flags = ["boundary-spread"],
    };
}
