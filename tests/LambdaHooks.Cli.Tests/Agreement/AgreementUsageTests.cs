using LambdaHooks.Cli.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Agreement;

public sealed class AgreementUsageTests : IDisposable
{
    private readonly AgreementHere here = new();

    public AgreementUsageTests()
    {
        here.Put("a.csv", "alice,x,0,1\nbob,x,0,1\n");
        here.Put("broken.csv", "alice,x,0,1\nbob,x,2,1\n");
        here.Put("text.csv", "w1,t1,good\nw2,t1,3\n");
        here.Put("label.json", "{\"version\": 1}");
        here.Put("empty/notes.md", "");
    }

    [Theory]
    [InlineData("No annotations were named.")]
    [InlineData("There are no annotations gone.csv.", "gone.csv")]
    [InlineData("There are no annotations gone.csv.", "alice=gone.csv")]
    [InlineData("There are no annotations in empty.", "empty")]
    [InlineData("=x: there is no annotator before the =.", "=x")]
    [InlineData("Unknown option --jason.", "a.csv", "--jason")]
    [InlineData("--alpha: '-1' is not a number from 0 to 1000000.", "a.csv", "--alpha=-1")]
    [InlineData("--beta: 'NaN' is not a number from 0 to 1000000.", "a.csv", "--beta", "NaN")]
    [InlineData("--delta must be more than 0, and so must --alpha or --beta.", "a.csv", "--delta", "0")]
    [InlineData("--delta must be more than 0, and so must --alpha or --beta.", "a.csv", "--alpha", "0", "--beta", "0")]
    [InlineData("--seed: 'x' is not a whole number of 0 or more.", "a.csv", "--seed", "x")]
    [InlineData("--samples: '0' is not a whole number from 1 to 100000.", "a.csv", "--samples", "0")]
    [InlineData("--resamples: '-1' is not a whole number from 0 to 100000.", "a.csv", "--resamples=-1")]
    [InlineData("--resamples must be 0 for no intervals, or 20 or more.", "a.csv", "--resamples", "1")]
    [InlineData("--resamples must be 0 for no intervals, or 20 or more.", "a.csv", "--resamples", "19")]
    [InlineData("--level: 'ratio' is not nominal, ordinal, interval or masi.", "a.csv", "--level", "ratio")]
    [InlineData("--format: 'xml' is not csv, rttm, textgrid, labels or json.", "a.csv", "--format", "xml")]
    [InlineData("--tiers-are: 'x' is not annotators or tracks.", "a.csv", "--tiers-are", "x")]
    [InlineData("--matrix: 'x' is not items or annotators.", "a.csv", "--matrix", "x")]
    public async Task AWrongUseIsExitCodeTwoAndALineThatHelps(string line, params string[] arguments)
    {
        var (exitCode, lines) = await here.RunAsync([.. arguments.Select(Placed)]);

        Assert.Equal((2, line), (exitCode, lines[0]));
    }

    [Theory]
    [InlineData("broken.csv, line 2: start 2 lies after end 1.", "a.csv", "broken.csv")]
    [InlineData("a.csv, line 1: 'alice,x,0,1' is no type of RTTM.", "a.csv", "--format", "rttm")]
    [InlineData("label.json: it names its workers itself, so it cannot be all of 'alice'.", "alice=label.json")]
    [InlineData("Item t1: the label good of w1 is no number, which --level ordinal and interval need.", "text.csv", "--level", "interval")]
    public async Task AnInputThatCannotBeUsedIsExitCodeOneAndNamed(string line, params string[] arguments)
    {
        var (exitCode, lines) = await here.RunAsync([.. arguments.Select(Placed)]);

        Assert.Equal((1, line), (exitCode, string.Join('\n', lines)));
    }

    [Fact]
    public async Task HelpTellsFormatsAndWhatJsonHolds()
    {
        var run = await ManagedCli.RunAsync("agreement", "--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        foreach (var word in new[] { "annotator,label,start,end", "RTTM", "TextGrid", "f1At50", "gammaCat", "--everybody-saw-all", "nominal, ordinal, interval or masi" })
        {
            Assert.Contains(word, run.Output, StringComparison.Ordinal);
        }
    }

    public void Dispose() => here.Dispose();

    private string Placed(string argument)
    {
        var mark = argument.IndexOf('=', StringComparison.Ordinal);
        var (before, path) = (argument[..(mark + 1)], argument[(mark + 1)..]);
        return Path.Exists(here.Below(path)) && path.Length > 0 || path == "gone.csv" ? before + here.Below(path) : argument;
    }
}
