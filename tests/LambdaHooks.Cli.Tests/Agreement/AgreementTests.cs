using System.Text.Json;

namespace LambdaHooks.Cli.Tests.Agreement;

public sealed class AgreementTests : IDisposable
{
    private const string TwoClips = "clip,tier,annotator,start,end,label\nc,words,alice,0,1,x\nc,words,bob,0,2,y\nd,words,alice,3,4,x\nd,words,bob,3,4,x\ne,words,bob,5,6,x\nc,noise,alice,0,1,\n";

    private readonly AgreementHere here = new();

    [Fact]
    public async Task FiguresOfEachTrackAndOfAllAreATable()
    {
        var lines = await here.MeasureAsync(here.Put("a.csv", TwoClips), "--samples", "40", "--alpha", "3");

        Assert.Equal(
        [
            "track noise: 1 clips, 1 annotators, 1 segments",
            "  measure             value   95 % interval     over",
            "  F1 at IoU .5            -   one-annotator: no clip was annotated by two",
            "  F1 at IoU .75           -   one-annotator: no clip was annotated by two",
            "  mean IoU                -   one-annotator: no clip was annotated by two",
            "  gamma                   -   one-annotator: no clip was annotated by two",
            "  gamma-cat               -   one-annotator: no clip was annotated by two",
            "  alpha of labels         -   one-annotator: no clip was annotated by two",
            "track words: 3 clips, 2 annotators, 5 segments",
            "  measure             value   95 % interval     over",
            "  F1 at IoU .5        0.500   0.500 to 0.500    2",
            "  F1 at IoU .75       0.750   0.750 to 0.750    2",
            "  mean IoU            0.250   0.250 to 0.250    2",
            "  gamma               0.375   -0.500 to 1.000   2",
            "  gamma-cat           0.250                     3",
            "  alpha of labels     0.250   0.250 to 0.250    2",
            "  disorder 0.500000 observed, 2.000000 expected from 40 samples",
        ], lines[..17]);
        Assert.Equal("all tracks: 4 clips, 2 annotators, 6 segments", lines[17]);
        Assert.Equal("gamma with alpha 3, beta 1, D0 1, seed 20261122", lines[^1]);
        Assert.Contains("gamma of 0-1x + 0-2y / 3-4x + 3-4x", here.Measures.Asked);
        Assert.Contains("nominal of x y / x x", here.Measures.Asked);
    }

    [Fact]
    public async Task JsonHoldsTheSameFigures()
    {
        var lines = await here.MeasureAsync(here.Put("a.csv", TwoClips), "--json", "--resamples", "0");

        using var report = JsonDocument.Parse(string.Join('\n', lines));
        var words = report.RootElement.GetProperty("tracks")[1];
        Assert.Equal("words", words.GetProperty("track").GetString());
        Assert.Equal((3, 2, 5), (words.GetProperty("clips").GetInt32(), words.GetProperty("annotators").GetInt32(), words.GetProperty("segments").GetInt32()));
        Assert.Equal("""{"value":0.75,"over":2}""", Compact(words.GetProperty("f1At75")));
        Assert.Equal("""{"value":0.25,"over":2}""", Compact(words.GetProperty("alpha")));
        Assert.Equal("""{"reason":"one-annotator: no clip was annotated by two","over":0}""", Compact(report.RootElement.GetProperty("tracks")[0].GetProperty("gamma")));
        Assert.Equal(4, report.RootElement.GetProperty("all").GetProperty("clips").GetInt32());
        Assert.Equal("""{"alpha":1,"beta":1,"deltaEmpty":1,"samples":30,"seed":20261122,"resamples":0}""", Compact(report.RootElement.GetProperty("settings")));
    }

    [Fact]
    public async Task JsonHoldsIntervalsAndNamesAsPlainAscii()
    {
        var lines = await here.MeasureAsync(here.Put("a.csv", "tier,clip,annotator,start,end\n\u001b[2Jé,c,x,1,2\n\u001b[2Jé,c,y,1,2\n\u001b[2Jé,d,x,1,2\n\u001b[2Jé,d,y,1,2\n"), "--json");

        Assert.All(lines, l => Assert.All(l, c => Assert.InRange(c, ' ', '~')));
        using var report = JsonDocument.Parse(string.Join('\n', lines));
        var track = report.RootElement.GetProperty("tracks")[0];
        Assert.Equal("\u001b[2Jé", track.GetProperty("track").GetString());
        Assert.Equal("""{"value":0.5,"low":0.5,"high":0.5,"over":2}""", Compact(track.GetProperty("f1At50")));
    }

    [Fact]
    public async Task GammaMaySayWhyItIsNotDefined()
    {
        using var there = new AgreementHere { Measures = new FakeMeasures { NoGamma = "no-units: nobody marked anything" } };

        var lines = await there.MeasureAsync(there.Put("a.csv", "annotator,start,end\nx,,\ny,,\n"), "--resamples", "0");

        Assert.Contains("  gamma                   -   no-units: nobody marked anything", lines);
        Assert.DoesNotContain(lines, l => l.Contains("disorder", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("w1,t1,2\nw2,t1,3\nw1,t2,2\n", "nominal", "nominal of 2 3 / 2", 0.25)]
    [InlineData("w1,t1,2\nw2,t1,3\nw1,t2,2\n", "ordinal", "ordinal of 2 3 / 2", 0.375)]
    [InlineData("item,w1,w2\nt1,2,3\nt2,2,\n", "interval", "interval of 2 3 / 2", 0.5)]
    [InlineData("w1,t1,b|a\nw2,t1,a\nw1,t2,|\n", null, "masi of {a,b} {a} / {}", 0.75)]
    [InlineData("w1,t1,b|a\nw2,t1,a\nw1,t2,|\n", "nominal", "nominal of a|b a / ", 0.25)]
    public async Task LabelsOfItemsAreMeasuredAtTheirLevel(string table, string? level, string asked, double alpha)
    {
        var lines = await here.MeasureAsync([here.Put("a.csv", table), .. level is null ? Array.Empty<string>() : ["--level", level]]);

        Assert.Equal("labels: 2 items, 2 annotators, 3 labels", lines[0]);
        Assert.Equal(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"  {$"alpha ({level ?? "masi"})",-18}{alpha,7:0.000}   {$"{alpha:0.000} to {alpha:0.000}",-18}2"), lines[2]);
        Assert.Equal(asked, here.Measures.Asked[0]);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task TooMuchResamplingIsLeftOutAndTold()
    {
        var table = string.Concat(Enumerable.Range(0, 1001).Select(i => $"w,t{i},x\n"));

        var lines = await here.MeasureAsync(here.Put("a.csv", table), "--resamples", "100000");

        Assert.Equal("note: : no interval, since 100000 times 1001 values are too many; fewer --resamples give one", lines[^1]);
    }

    [Fact]
    public async Task TheOrderOfInputsAndRowsChangesNothing()
    {
        string[] rows = ["alice,x,0,1", "alice,y,2,3", "bob,x,0,2", "bob,y,2,4", "carl,x,1,2"];
        var forth = here.Put("1/a.csv", string.Join('\n', rows));
        var back = here.Put("2/a.csv", string.Join('\n', rows.Reverse()));
        var other = here.Put("b.csv", "alice,x,0,1\nbob,x,0,1\n");

        Assert.Equal(await here.MeasureAsync(forth, other, "--json"), await here.MeasureAsync(other, back, "--json"));
    }

    [Fact]
    public async Task MoreAnnotatorsOnAClipThanCanBeComparedAreToldOf()
    {
        var lines = await here.MeasureAsync(here.Put("a.csv", string.Concat(Enumerable.Range(0, 65).Select(i => $"a{i},x,0,1\n"))));

        Assert.Equal("segments: 1 clips, 65 annotators, 65 segments", lines[0]);
        Assert.Contains("  gamma                   -   too-many-annotators: more than 64 on one clip", lines);
        Assert.Empty(here.Measures.Asked);
    }

    public void Dispose() => here.Dispose();

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
