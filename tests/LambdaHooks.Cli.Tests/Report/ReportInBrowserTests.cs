using System.Text.RegularExpressions;
using LambdaHooks.Cli.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Report;

public sealed partial class ReportInBrowserTests : IDisposable
{
    /// <summary>Strokes reach a pixel beyond the shapes they surround.</summary>
    private const double Stroke = 3;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task HostileTextsAreTextWhereverTheyStand()
    {
        var path = await SomeJob.WriteAsync(folder, [.. SomeJob.Hostile.Select(SomeJob.Label)], notices: SomeJob.Hostile);

        var (page, console) = await Seen.OfAsync(folder, path);

        Assert.Empty(console);
        Assert.DoesNotContain(page.Requests, r => !r.StartsWith("data:", StringComparison.Ordinal));
        Assert.False(page.Hacked);
        Assert.False(page.Quirks);
        Assert.Equal(0, page.Scripts);
        Assert.Equal(StartTag.Count(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)), page.Elements);
        Assert.All(SomeJob.Hostile.Where(h => h.All(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\u202E' or '\u2066'))), h => Assert.Contains(h, page.Text, StringComparison.Ordinal));
        Assert.Contains("a[U+202E]b[U+2066]c", page.Text, StringComparison.Ordinal);
        Assert.Contains("nul\u2400bell\u2407", page.Text, StringComparison.Ordinal);
        Assert.Contains("half \uFFFD pair", page.Text, StringComparison.Ordinal);
        Assert.Contains("naïve 漢字 🙂", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryMarkLiesWhereItsTimesSay()
    {
        var (page, _) = await Seen.OfAsync(folder, await SomeJob.WriteAsync(folder, [SomeJob.Label("speech")]));

        Assert.NotEmpty(page.Marks);
        Assert.All(page.Marks, m =>
        {
            Assert.InRange(m.Left, (m.Start / m.Span) - (Stroke * m.Pixel), (m.Start / m.Span) + (Stroke * m.Pixel));
            Assert.InRange(m.Width, ((m.End - m.Start) / m.Span) - (Stroke * m.Pixel), ((m.End - m.Start) / m.Span) + (Stroke * m.Pixel));
        });
        Assert.Contains(page.Marks, m => (m.Start, m.End, m.Span) == (0.5, 2, 4));
        Assert.Contains(page.Marks, m => m.Start == m.End);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(2)]
    [InlineData(0)]
    public async Task EveryLinkLeadsSomewhereHoweverFewObjectsAreShown(int most)
    {
        var (page, console) = await Seen.OfAsync(folder, await SomeJob.WriteAsync(folder, [.. Enumerable.Repeat(SomeJob.Label("speech"), 4)], most));

        Assert.Empty(console);
        Assert.Empty(page.DeadLinks);
        Assert.Empty(page.RepeatedIds);
        Assert.Equal(0, page.OtherLinks);
        Assert.Equal(5 + Math.Min(most, 4), page.Links);
        Assert.Equal((0, 0), (page.TablesWithoutNames, page.PicturesWithoutNames));
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex("<[a-z]")]
    private static partial Regex StartTag { get; }
}
