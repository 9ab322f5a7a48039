using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Function.Tests.Native;

public sealed class EventsTests(NativeBuild build) : IDisposable
{
    private const string Pre = "pre-annotation";
    private const string Post = "post-annotation";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lambdahooks-events-");

    [Theory]
    [InlineData(Pre, "PreAnnotation")]
    [InlineData(Post, "PostAnnotation")]
    public async Task OneProcessAnswersEveryRecordedEventAsExpectedWhateverRanBefore(string hook, string handler) =>
        await AssertAnsweredAsync(hook, handler, [.. RecordedEvents.Of(hook).Reverse(), .. RecordedEvents.Of(hook)], RecordedEvents.Variables(folder.FullName));

    [Theory]
    [InlineData(Pre, "PreAnnotation")]
    [InlineData(Post, "PostAnnotation")]
    public async Task TheEventsForSamNeedNoFolderOfTheProject(string hook, string handler) =>
        await AssertAnsweredAsync(hook, handler, RecordedEvents.ForSam(hook), RecordedEvents.SamVariables($"{handler}Function", folder.FullName));

    [Fact]
    public void AnotherAnswerWouldBeNoticed()
    {
        var expected = RecordedEvents.Expected(Pre, "source-ref-wav");

        Assert.NotEqual(expected, RecordedEvents.Expected(Pre, "source-ref-wav-8-bit"));
        Assert.Contains("signature", File.ReadAllText(Checkout.Path("events", Pre, "source-ref-wav.expected.json")), StringComparison.Ordinal);
        Assert.DoesNotContain("signature", expected, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task AssertAnsweredAsync(string hook, string handler, string[] names, IEnumerable<(string Name, string Value)> variables)
    {
        Assert.NotEmpty(names);
        await using var function = await NativeFunction.StartAsync(build, handler, variables);
        foreach (var name in names)
        {
            var answer = await function.InvokeAsync(RecordedEvents.Request(hook, name));
            Assert.True(RecordedEvents.Expected(hook, name) == RecordedEvents.Comparable(answer.Text), $"{hook}/{name}: {answer.Text}");
        }
    }
}
