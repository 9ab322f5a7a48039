namespace LambdaHooks.Cli.Tests.Agreement;

public sealed class AgreementInputTests : IDisposable
{
    private const string Grid = "\"ooTextFile\" \"TextGrid\" 0 3 <exists> 2 \"IntervalTier\" \"x\" 0 3 1 0 1 \"a\" \"IntervalTier\" \"y\" 0 3 1 0 2 \"a\"";

    private readonly AgreementHere here = new();

    [Fact]
    public async Task FilesNamedAfterTheirAnnotatorsAreOfOneClip()
    {
        here.Put("alice.csv", "start,end\n0,1\n");
        here.Put("bob.json", "[{\"start\": 0, \"end\": 2}]");

        await ExpectAsync("gamma of 0-1 + 0-2", here.Below("alice.csv"), here.Below("bob.json"));
    }

    [Fact]
    public async Task AFolderOfAnAnnotatorHoldsAClipAFile()
    {
        here.Put("1/c.csv", "start,end\n0,1\n");
        here.Put("1/d.csv", "start,end\n0,2\n");
        here.Put("1/notes.md", "left out");
        here.Put("2/d.csv", "start,end\n0,3\n");

        await ExpectAsync("gamma of 0-2 + 0-3", $"alice={here.Below("1")}", $"bob={here.Below("2")}");
    }

    [Fact]
    public async Task FilesIdsOfRttmAreClips()
    {
        here.Put("a.rttm", "SPEAKER m 1 0 1 <NA> <NA> A <NA> <NA>\nSPEAKER n 1 0 1 <NA> <NA> B <NA> <NA>\n");
        here.Put("b.rttm", "SPEAKER n 1 0 2 <NA> <NA> B <NA> <NA>\nSPEAKER m 1 0 2 <NA> <NA> A <NA> <NA>\n");

        await ExpectAsync("gamma of 0-1A + 0-2A / 0-1B + 0-2B", here.Below("a.rttm"), $"zoe={here.Below("b.rttm")}");
    }

    [Fact]
    public async Task TiersAreAnnotatorsUnlessTheAnnotatorWasNamed()
    {
        here.Put("g.TextGrid", Grid);

        await ExpectAsync("gamma of 0-1a + 0-2a", here.Below("g.TextGrid"));
        await ExpectAsync("gamma of 0-1a + 0-1a", $"alice={here.Below("g.TextGrid")}", $"bob={here.Below("g.TextGrid")}");
        await ExpectAsync("gamma of 0-1a + 0-1a", here.Below("g.TextGrid"), here.Put("h.TextGrid", Grid), "--tiers-are", "tracks");
    }

    [Fact]
    public async Task WhoMarkedNothingFoundNothingWhereEverybodySawAll()
    {
        here.Put("a.csv", "annotator,clip,start,end\nx,c,0,1\ny,c,0,2\nx,d,0,3\n");

        await ExpectAsync("gamma of 0-1 + 0-2", here.Below("a.csv"));
        await ExpectAsync("gamma of 0-1 + 0-2 / 0-3 + ", here.Below("a.csv"), "--everybody-saw-all");
    }

    [Fact]
    public async Task ATextWithoutKnownEndingIsReadByItsStartOrByTheFormat()
    {
        here.Put("a.txt", "alice,A,0,1\nbob,A,0,2\n");

        await ExpectAsync("gamma of 0-1A + 0-2A", here.Below("a.txt"));
        await ExpectAsync("gamma of 0-1A + 0-2A", here.Below("a.txt"), "--format", "csv");
    }

    [Fact]
    public async Task AMatrixOfBareCellsIsReadWhereItIsSaid()
    {
        here.Put("a.csv", "1,,3\n1,2,4\n");

        await ExpectAsync("nominal of 1 1 / 2 / 3 4", here.Below("a.csv"), "--matrix", "annotators");
        await ExpectAsync("nominal of 1 3 / 1 2 4", here.Below("a.csv"), "--matrix", "items");
    }

    public void Dispose() => here.Dispose();

    private async Task ExpectAsync(string asked, params string[] arguments)
    {
        here.Measures.Asked.Clear();
        await here.MeasureAsync([.. arguments, "--resamples", "0"]);
        Assert.Equal(asked, here.Measures.Asked[0]);
    }
}
