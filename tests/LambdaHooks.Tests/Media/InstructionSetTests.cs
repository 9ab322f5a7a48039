using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>The tests of vectors on lesser machines: again in a process of its own, where instruction sets are switched off in turn.</summary>
public class InstructionSetTests
{
    [Theory]
    [InlineData("EnableAVX512", nameof(InstructionSetProbe.ThereIsNoAvx512))]
    [InlineData("EnableAVX2", nameof(InstructionSetProbe.ThereIsNoAvx2))]
    [InlineData("EnableAVX", nameof(InstructionSetProbe.ThereIsNoAvx))]
    [InlineData("EnableSSE42", nameof(InstructionSetProbe.ThereAreNoLookups))]
    [InlineData("EnableHWIntrinsic", nameof(InstructionSetProbe.ThereAreNoVectors))]
    public async Task SamplesAndChannelsAreTheSameWithout(string instructions, string probe)
    {
        Assert.SkipUnless(X86Base.IsSupported, "the switches are those of x86");
        var (exitCode, output) = await RunAsync(instructions, probe);

        Assert.True(exitCode == 0, output);
        Assert.Contains("Failed: 0, Skipped: 0, Not Run: 0", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string switchedOff, string probe)
    {
        string[] arguments =
        [
            "exec", typeof(InstructionSetTests).Assembly.Location, "-explicit", "on", "-noColor",
            "-method", $"{typeof(Int16SamplesTests).FullName}.*", "-method", $"{typeof(ChannelsTests).FullName}.*", "-method", $"{typeof(InstructionSetProbe).FullName}.{probe}",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[$"DOTNET_{switchedOff}"] = "0";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}

/// <summary>Makes sure that a switch did something; asked for only by <see cref="InstructionSetTests"/>.</summary>
public class InstructionSetProbe
{
    [Fact(Explicit = true)]
    public void ThereIsNoAvx512() => Assert.False(Vector512.IsHardwareAccelerated || Avx512F.IsSupported);

    [Fact(Explicit = true)]
    public void ThereIsNoAvx2() => Assert.False(Vector256.IsHardwareAccelerated || Avx2.IsSupported);

    [Fact(Explicit = true)]
    public void ThereIsNoAvx() => Assert.False(Avx.IsSupported);

    [Fact(Explicit = true)]
    public void ThereAreNoLookups() => Assert.False(ByteTable.IsSupported);

    [Fact(Explicit = true)]
    public void ThereAreNoVectors() => Assert.False(Vector128.IsHardwareAccelerated);
}
