using System.Text.Json;

namespace LambdaHooks.Cli.Tests.Agreement;

/// <summary>The whole command on published examples, against the figures published for them.</summary>
public sealed class AgreementFiguresTests : IDisposable
{
    private readonly AgreementHere here = new();

    [Theory]
    [InlineData("AlexPaulSuzan", 3, 0.960625)]
    [InlineData("AlexPaulSuzan", 1, 0.653542)]
    [InlineData("annotation_dalton", 3, 0.782461)]
    [InlineData("annotation_dalton", 1, 0.260820)]
    [InlineData("annotation_paul_suzann_alex", 3, 0.704974)]
    [InlineData("annotation_paul_suzann_alex", 1, 0.531288)]
    [InlineData("annotation_paul_suzann_alex_almost_same", 1, 0.954545)]
    [InlineData("annotation_paul_suzann_alex_single_unit_cat", 1, 0.2)]
    [InlineData("example_figure10", 3, 1.511111)]
    [InlineData("example_figure10", 1, 1.185185)]
    [InlineData("example_figure19", 3, 1.632)]
    [InlineData("example_figure19", 1, 1.344)]
    public async Task TheDisorderOfPublishedContinuaIsThePublishedOne(string continuum, int alpha, double disorder)
    {
        using var report = await ReportAsync(Checkout.SharedData("data", "gamma-continua", $"{continuum}.csv"), "--alpha", $"{alpha}");

        Assert.Equal(disorder, Track(report).GetProperty("observedDisorder").GetDouble(), 6);
    }

    [Fact]
    public async Task TheSameSeedGivesTheSameBytes()
    {
        var file = Checkout.SharedData("data", "gamma-continua", "AlexPaulSuzan.csv");

        Assert.Equal((await here.RunAsync(file, "--json")).Lines, (await here.RunAsync(file, "--json")).Lines);
    }

    [Fact]
    public async Task ToyAnswersHaveTheAlphaOfCrowdKit()
    {
        using var vectors = Vectors();
        var rows = vectors.RootElement.GetProperty("answers_toy").GetProperty("rows").EnumerateArray().Select(r => string.Join(',', r.EnumerateArray().Select(c => c.GetString())));

        using var report = await ReportAsync(here.Put("toy.csv", "worker,task,label\n" + string.Join('\n', rows)));

        Assert.Equal(0.14219114219114215, Alpha(report), 12);
    }

    [Theory]
    [InlineData("alpha_wikipedia_3x15", "nominal")]
    [InlineData("alpha_wikipedia_3x15", "ordinal")]
    [InlineData("alpha_wikipedia_3x15", "interval")]
    [InlineData("alpha_krippendorff_4x12", "nominal")]
    [InlineData("alpha_krippendorff_4x12", "ordinal")]
    [InlineData("alpha_krippendorff_4x12", "interval")]
    public async Task PublishedMatricesHaveTheirAlpha(string example, string level)
    {
        using var vectors = Vectors();
        var published = vectors.RootElement.GetProperty(example);
        var cells = published.GetProperty("rows").EnumerateArray().Select(r => r.EnumerateArray().Select(c => c.ValueKind == JsonValueKind.Null ? "" : c.GetRawText()).ToArray()).ToArray();
        var table = string.Concat(cells.SelectMany((row, coder) => row.Select((cell, item) => cell.Length == 0 ? "" : $"coder{coder},unit{item},{cell}\n")));

        using var ofMatrix = await ReportAsync(here.Put("matrix.csv", string.Join('\n', cells.Select(r => string.Join(',', r)))), "--matrix", "annotators", "--level", level);
        using var ofTable = await ReportAsync(here.Put("table.csv", table), "--level", level);

        Assert.Equal(published.GetProperty(level).GetDouble(), Alpha(ofMatrix), 6);
        Assert.Equal(Alpha(ofMatrix), Alpha(ofTable), 12);
    }

    [Fact]
    public async Task IntervalsOfLabelsEncloseTheirAlpha()
    {
        var rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"a,t{i},{(i % 2 == 0 ? "x" : "y")}\nb,t{i},{(i % 5 == 0 ? "z" : i % 2 == 0 ? "x" : "y")}\n"));

        var (exitCode, lines) = await here.RunAsync(here.Put("a.csv", rows), "--json");

        Assert.Equal(0, exitCode);
        using var report = JsonDocument.Parse(string.Join('\n', lines));
        var alpha = report.RootElement.GetProperty("labels")[0].GetProperty("alpha");
        Assert.InRange(alpha.GetProperty("value").GetDouble(), alpha.GetProperty("low").GetDouble(), alpha.GetProperty("high").GetDouble());
        Assert.True(alpha.GetProperty("low").GetDouble() < alpha.GetProperty("high").GetDouble());
    }

    [Fact]
    public async Task FiftyNinePiecesOfMusicAreReadAndEveryIntervalEnclosesItsFigure()
    {
        var (exitCode, lines) = await here.RunAsync(Checkout.SharedData("data", "salami"), "--format", "labels", "--json");

        Assert.True(exitCode == 0, string.Join('\n', lines));
        using var report = JsonDocument.Parse(string.Join('\n', lines));
        var track = Track(report);
        Assert.Equal((59, 2), (track.GetProperty("clips").GetInt32(), track.GetProperty("annotators").GetInt32()));
        Assert.All(["f1At50", "f1At75", "overlap", "gamma", "alpha"], name =>
        {
            var figure = track.GetProperty(name);
            Assert.InRange(figure.GetProperty("value").GetDouble(), figure.GetProperty("low").GetDouble(), figure.GetProperty("high").GetDouble());
            Assert.True(figure.GetProperty("high").GetDouble() - figure.GetProperty("low").GetDouble() is > 0.01 and < 0.3, name);
        });
    }

    public void Dispose() => here.Dispose();

    private static JsonDocument Vectors() => JsonDocument.Parse(File.ReadAllText(Checkout.SharedData("data", "vectors.json")));

    private static JsonElement Track(JsonDocument report) => report.RootElement.GetProperty("tracks")[0];

    private static double Alpha(JsonDocument report) => report.RootElement.GetProperty("labels")[0].GetProperty("alpha").GetProperty("value").GetDouble();

    private async Task<JsonDocument> ReportAsync(params string[] arguments)
    {
        var (exitCode, lines) = await here.RunAsync([.. arguments, "--json", "--resamples", "0"]);
        Assert.True(exitCode == 0, string.Join('\n', lines));
        return JsonDocument.Parse(string.Join('\n', lines));
    }
}
