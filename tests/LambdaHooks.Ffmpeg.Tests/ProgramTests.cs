using LambdaHooks.Ffmpeg.Tests.Making;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg.Tests;

public sealed class ProgramTests : IDisposable
{
    private readonly MediaFolder folder = new();

    [Fact]
    public async Task AMissingProgramIsNamedWithThePlacesSearched()
    {
        var decoder = new FfmpegDecoder(new FfmpegSettings { Path = "/nowhere/ffmpeg" });

        var fault = await Assert.ThrowsAsync<DecodeException>(() => decoder.DecodeAsync(new MemorySource([1]), MediaType.Of([], "a.mp3")!, CancellationToken.None));

        Assert.StartsWith("decoder-missing: ffmpeg was not found in /nowhere/ffmpeg; ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FoldersOfPathAreSearchedInOrderAfterTheUsualOnes()
    {
        var fake = Fake("exit 0");
        var other = Directory.CreateDirectory(folder.Below("other")).FullName;

        Assert.Equal(fake, FfmpegProgram.Find(null, $"/nowhere:relative:{other}:{folder.Path}", ["/nowhere/bin"]).Ffmpeg);
        FakeProgram.Write(Path.Combine(other, "ffmpeg"), "exit 0");
        Assert.Equal(Path.Combine(other, "ffmpeg"), FfmpegProgram.Find(null, $"/nowhere:relative:{other}:{folder.Path}", ["/nowhere/bin"]).Ffmpeg);
        Assert.Equal(fake, FfmpegProgram.Find(null, other, [folder.Path]).Ffmpeg);
    }

    [Fact]
    public void EveryFolderThatWasSearchedIsNamed()
    {
        var fault = Assert.Throws<DecodeException>(() => FfmpegProgram.Find(null, $"/nowhere:{folder.Path}", ["/nowhere/bin"]));

        Assert.StartsWith($"decoder-missing: ffmpeg was not found in /nowhere/bin, /nowhere, {folder.Path}; ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheProbeIsTheOneBesideTheProgram()
    {
        var fake = Fake("exit 0");

        Assert.Null(FfmpegProgram.Find(fake, null).Ffprobe);
        File.Copy(fake, folder.Below("ffprobe"));
        Assert.Equal(folder.Below("ffprobe"), FfmpegProgram.Find(fake, null).Ffprobe);
    }

    [Theory]
    [InlineData("ffmpeg version 3.4 Copyright", "3.4")]
    [InlineData("[info] ffmpeg version n4.1.9-static Copyright", "n4.1.9-static")]
    [InlineData("Invalid loglevel \"level+info\". Possible levels are numbers or:", "of an unknown version")]
    public async Task AProgramThatIsTooOldIsRefused(string line, string version)
    {
        var fake = Fake($"echo '{line}' >&2; exit 1");

        var fault = await Assert.ThrowsAsync<DecodeException>(() => DecodeWithAsync(fake));

        Assert.Equal($"decoder-too-old: {fake} is ffmpeg {version}; 4.2 or later is needed", fault.Message);
    }

    [Theory]
    [InlineData("exit 0")]
    [InlineData("echo 'some other program' >&2; exit 1")]
    public async Task AProgramThatIsNoneIsRefused(string script)
    {
        var fault = await Assert.ThrowsAsync<DecodeException>(() => DecodeWithAsync(Fake(script)));

        Assert.StartsWith("decoder-missing: ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4.1.9", true)]
    [InlineData("n3.4", true)]
    [InlineData("4.2", false)]
    [InlineData("4.2.2-static", false)]
    [InlineData("5.1.9-0+deb12u1", false)]
    [InlineData("n7.1", false)]
    [InlineData("10.0", false)]
    [InlineData("N-109542-g1bf1b4b", false)]
    [InlineData("git-2020-05-01-abcdef", false)]
    [InlineData("2024-01-01-git-0123456", false)]
    public void ReleasesBeforeTheOldestAreTooOld(string version, bool isTooOld) => Assert.Equal(isTooOld, FfmpegVersion.IsTooOld(version));

    public void Dispose() => folder.Dispose();

    private static async Task DecodeWithAsync(string program)
    {
        await using var sound = await new FfmpegDecoder(new FfmpegSettings { Path = program }).DecodeAsync(new MemorySource([1]), MediaType.Of([], "a.aac")!, CancellationToken.None);
    }

    private string Fake(string script) => FakeProgram.Write(folder.Below("ffmpeg"), script);
}
