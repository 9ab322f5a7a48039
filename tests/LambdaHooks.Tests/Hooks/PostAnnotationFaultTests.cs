using LambdaHooks.Hooks;

namespace LambdaHooks.Tests.Hooks;

public sealed class PostAnnotationFaultTests : IDisposable
{
    private const string Unlucky = "s3://output/answers/unlucky.json";

    private static readonly string Batch = Payloads.Of(
        Payloads.Clip("0", Payloads.Inline("a", Payloads.Marked(0, 1))),
        Payloads.Clip("1", Payloads.At("a", Unlucky), Payloads.Inline("b", Payloads.Marked(0, 1))),
        Payloads.Clip("2", Payloads.Inline("a", Payloads.Marked(0, 1))));

    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(TaskCanceledException))]
    [InlineData(typeof(OutOfMemoryException))]
    public async Task WhatAStoreThrowsForOneObjectFailsOnlyThat(Type kind)
    {
        bench.Store.Fault = (verb, uri) => uri.ToString() == Unlucky ? (Exception)Activator.CreateInstance(kind)! : null;

        var labels = await bench.ConsolidateAsync(Batch);

        Assert.Equal([null, "internal-error", null], labels.Select(l => PostAnnotationHookTests.ErrorOf(l.Label)));
        Assert.Contains(bench.Log.Happenings, h => h is { Name: "object-failed", ObjectId: "1", Warning: true } && h.Reason == kind.Name);
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task WhatAStoreThrowsWhenRecordsAreWrittenFailsNoLabel(Type kind)
    {
        bench.Put(Unlucky, Payloads.Marked(0, 1));
        bench.Store.Fault = (verb, _) => verb == Verb.Write ? (Exception)Activator.CreateInstance(kind)! : null;

        var labels = await bench.ConsolidateAsync(Batch);

        Assert.Equal([null, null, null], labels.Select(l => PostAnnotationHookTests.ErrorOf(l.Label)));
        Assert.All(labels, l => Assert.StartsWith("records-not-written:", l.Label.GetProperty("records").GetProperty("problem").GetString()));
    }

    [Fact]
    public async Task RawTextStaysInTheLabelWhereItCannotBeKeptBeside()
    {
        bench.Store.Fault = (verb, uri) => verb == Verb.Write ? new StoreException(StoreFault.Denied, uri) : null;

        var labels = await bench.ConsolidateAsync(Payloads.Of(Payloads.Clip("0", Payloads.Inline("a", new string('x', 5000)))));

        Assert.Equal(5000, labels[0].Label.GetProperty("rejections")[0].GetProperty("raw").GetString()!.Length);
    }

    [Fact]
    public async Task ObjectsNobodyGotToBeforeTheDeadlineAreMarkedUnfinished()
    {
        bench.Put(Unlucky, Payloads.Marked(0, 1));
        using var deadline = new CancellationTokenSource();
        bench.Deadline = deadline.Token;
        bench.Store.Fault = (_, uri) =>
        {
            if (uri.ToString() == Unlucky)
            {
                deadline.Cancel();
            }

            return null;
        };

        var labels = await bench.ConsolidateAsync(Batch);

        Assert.Equal(["0", "1", "2"], labels.Select(l => l.Id));
        Assert.All(labels, l => Assert.Equal("unfinished", PostAnnotationHookTests.ErrorOf(l.Label)));
        Assert.Contains(bench.Log.Happenings, h => h is { Name: "deadline", Warning: true });
    }

    [Fact]
    public async Task WhenTheEndComesWhatIsDoneIsStillSaid()
    {
        bench.Put(Unlucky, new string('x', 5000));
        using var end = new CancellationTokenSource();
        bench.End = end.Token;
        bench.Store.Fault = (_, uri) =>
        {
            if (uri.ToString() == Unlucky)
            {
                end.Cancel();
            }

            end.Token.ThrowIfCancellationRequested();
            return null;
        };

        var labels = await bench.ConsolidateAsync(Batch.Replace("\"a\"", "\"c\"", StringComparison.Ordinal));

        Assert.Equal(["0", "1", "2"], labels.Select(l => l.Id));
        Assert.Equal("records-not-written: the invocation ended first", labels[0].Label.GetProperty("records").GetProperty("problem").GetString());
    }

    [Fact]
    public async Task WhenBothTimesPassWhileAnswersAreReadNothingIsBegunAndEveryObjectAnswered()
    {
        bench.Put(Unlucky, Payloads.Marked(0, 1));
        using var times = new CancellationTokenSource();
        (bench.Deadline, bench.End) = (times.Token, times.Token);
        bench.Store.Fault = (_, uri) =>
        {
            if (uri.ToString() == Unlucky)
            {
                times.Cancel();
            }

            return null;
        };

        var labels = await bench.ConsolidateAsync(Batch);

        Assert.All(labels, l => Assert.Equal("unfinished", PostAnnotationHookTests.ErrorOf(l.Label)));
        Assert.Equal(3, labels.Count);
    }

    [Fact]
    public async Task RatingsTooLargeToAddUpFailNothing()
    {
        const string rating = """{"rate":1e308,"kept":"yes"}""";

        var labels = await bench.ConsolidateAsync(Payloads.Of(Payloads.Clip("0", Payloads.Inline("a", rating), Payloads.Inline("b", rating))));

        Assert.Equal(["kept"], labels[0].Label.GetProperty("clip").EnumerateObject().Select(q => q.Name));
        Assert.Equal([("a", "unreadable-number"), ("b", "unreadable-number")], PostAnnotationHookTests.Rejections(labels[0].Label));
    }
}
