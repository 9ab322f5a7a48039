using LambdaHooks.Tests.Media.Fuzzing;

namespace LambdaHooks.Tests.Media;

/// <summary>Whatever bytes come, readers of media answer as documented: in time, within memory, with a reason.</summary>
public class FuzzTests
{
    private const int Cases = 10_000;

    [Fact]
    public void TenThousandDamagedFilesAreReadOrRefusedAsDocumented()
    {
        var run = new FuzzRun(FuzzTarget.All, GC.GetAllocatedBytesForCurrentThread);
        for (var seed = 0; seed < Cases; seed++)
        {
            run.Add(seed);
        }

        Assert.True(run.Failures.Count == 0, string.Join("\n\n", run.Failures));
    }

    [Fact]
    public void ANumberMakesTheSameCaseAgain()
    {
        var (one, again) = (FuzzCase.Of(77), FuzzCase.Of(77));

        Assert.Equal(one.Bytes, again.Bytes);
        Assert.Equal((one.Length, one.Sparse, one.Name), (again.Length, again.Sparse, again.Name));
    }

    /// <summary>Damage that leaves nothing readable would test little.</summary>
    [Fact]
    public void AFairShareOfCasesIsStillReadable()
    {
        var readable = Enumerable.Range(0, 1000).Count(seed =>
            LambdaHooks.Media.WavReader.ReadHeaderAsync(FuzzCase.Of(seed).Open(), CancellationToken.None).GetAwaiter().GetResult() is LambdaHooks.Media.WavHeader.Readable { Frames: > 0 });

        Assert.InRange(readable, 100, 900);
    }

    public static TheoryData<string> WrongOnes => ["throws", "complains", "allocates"];

    [Theory]
    [MemberData(nameof(WrongOnes))]
    public void AReaderThatMisbehavesIsFoundWithTheNumberOfItsCase(string how)
    {
        var target = new FuzzTarget("wrong one", one => one.Seed != 3 ? new(null, 1000) : how switch
        {
            "throws" => throw new NotSupportedException(),
            "complains" => new FuzzOutcome("nonsense", 1000),
            _ => new FuzzOutcome(new byte[100_000].Length > 0 ? null : "", 1000),
        });
        var run = new FuzzRun([target], GC.GetAllocatedBytesForCurrentThread);
        for (var seed = 0; seed < 5; seed++)
        {
            run.Add(seed);
        }

        Assert.StartsWith("wrong one, case 3 (", Assert.Single(run.Failures), StringComparison.Ordinal);
        Assert.Equal(5, run.Cases);
    }
}
