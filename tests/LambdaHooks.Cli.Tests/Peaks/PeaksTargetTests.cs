namespace LambdaHooks.Cli.Tests.Peaks;

/// <summary>Two runs at once that make the same peaks.</summary>
public sealed class PeaksTargetTests : IDisposable
{
    private readonly PeaksHere here = new();

    public void Dispose() => here.Dispose();

    [Fact]
    public async Task WhatAnotherRunIsWritingStaysItsOwn()
    {
        var medium = here.Put("x.wav", Wav.Of(Wav.Ten));
        await using var other = new FileStream(here.Below(".x.dat.unfinished"), FileMode.Create, FileAccess.Write, FileShare.None);

        var (exitCode, lines) = await here.RunAsync(medium);

        Assert.Equal((1, "0 made, 0 kept, 1 failed"), (exitCode, lines[^1]));
        Assert.True(File.Exists(here.Below(".x.dat.unfinished")));
    }
}
