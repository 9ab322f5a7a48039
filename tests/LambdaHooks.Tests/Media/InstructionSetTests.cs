using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>The tests of vectors on lesser machines: again in a process of its own, where instruction sets are switched off in turn.</summary>
public class InstructionSetTests
{
    [Theory]
    [InlineData("EnableAVX512")]
    [InlineData("EnableAVX2")]
    [InlineData("EnableAVX")]
    [InlineData("EnableSSE42")]
    [InlineData("EnableHWIntrinsic")]
    public async Task SamplesAndChannelsAreTheSameWithout(string instructions)
    {
        Assert.SkipUnless(X86Base.IsSupported, "the switches are those of x86");
        var (exitCode, output) = await RunAsync(instructions);

        Assert.True(exitCode == 0, output);
        Assert.Contains("Failed: 0, Skipped: 0, Not Run: 0", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string switchedOff)
    {
        Type[] tests = [typeof(Int16SamplesTests), typeof(ChannelsTests), typeof(InstructionSetProbe)];
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(InstructionSetTests).Assembly.Location, "-noColor", .. tests.SelectMany(t => new[] { "-class", t.FullName! })])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[InstructionSetProbe.Prefix + switchedOff] = "0";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}

/// <summary>Makes sure that a switch of this process did something; where none is set there is nothing to see.</summary>
public class InstructionSetProbe
{
    public const string Prefix = "DOTNET_";

    [Theory]
    [InlineData("EnableAVX512")]
    [InlineData("EnableAVX2")]
    [InlineData("EnableAVX")]
    [InlineData("EnableSSE42")]
    [InlineData("EnableHWIntrinsic")]
    public void WhatIsSwitchedOffIsOff(string instructions)
    {
        if (Environment.GetEnvironmentVariables()[Prefix + instructions] is "0")
        {
            Assert.False(IsThere(instructions));
        }
    }

    private static bool IsThere(string instructions) => instructions switch
    {
        "EnableAVX512" => Vector512.IsHardwareAccelerated || Avx512F.IsSupported,
        "EnableAVX2" => Vector256.IsHardwareAccelerated || Avx2.IsSupported,
        "EnableAVX" => Avx.IsSupported,
        "EnableSSE42" => ByteTable.IsSupported,
        _ => Vector128.IsHardwareAccelerated,
    };
}
