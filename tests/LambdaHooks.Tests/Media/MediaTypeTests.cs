using System.Globalization;
using System.Text;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class MediaTypeTests
{
    [Theory]
    [InlineData("52 49 46 46 00 00 00 00 57 41 56 45", "audio/wav")]
    [InlineData("52 46 36 34 FF FF FF FF 57 41 56 45", "audio/wav")]
    [InlineData("42 57 36 34 FF FF FF FF 57 41 56 45", "audio/wav")]
    [InlineData("72 69 66 66 2E 91 CF 11 A5 D6 28 DB 04 C1 00 00", "audio/wav")]
    [InlineData("00 00 00 20 66 74 79 70 4D 34 41 20", "audio/mp4")]
    [InlineData("00 00 00 14 66 74 79 70 71 74 20 20", "video/quicktime")]
    [InlineData("00 00 00 20 66 74 79 70 69 73 6F 6D", "video/mp4")]
    [InlineData("1A 45 DF A3", "video/webm")]
    [InlineData("4F 67 67 53 00 02", "audio/ogg")]
    [InlineData("66 4C 61 43 00 00", "audio/flac")]
    [InlineData("49 44 33 04 00", "audio/mpeg")]
    [InlineData("FF FB 90 64", "audio/mpeg")]
    [InlineData("FF F3 40 C0", "audio/mpeg")]
    [InlineData("FF E2 40 C0", "audio/mpeg")]
    [InlineData("FF FD 90 64", "audio/mpeg")]
    [InlineData("FF F1 50 80", "audio/aac")]
    [InlineData("FF F9 50 80", "audio/aac")]
    [InlineData("FF F0 50 80", "audio/aac")]
    [InlineData("FF F8 50 80", "audio/aac")]
    public void FirstBytesDecideWhateverTheNameSays(string head, string mime) => Assert.Equal(mime, MediaType.Of(Bytes(head), "clip.txt")?.Mime);

    [Theory]
    [InlineData("")]
    [InlineData("52 49 46 46 00 00 00 00 41 56 49 20")]
    [InlineData("52 49 46 46 00 00 00 00 57 41 56")]
    [InlineData("52 46 36 34 FF FF FF FF 41 56 49 20")]
    [InlineData("72 69 66 66 2E 91 CF 11 A5 D6 28 DB 04 C1 00 01")]
    [InlineData("FF FE 48 00 69 00")]
    [InlineData("FF D8 FF E0")]
    [InlineData("FF E8 00 00")]
    [InlineData("89 50 4E 47 0D 0A 1A 0A")]
    public void OtherBytesUnderAnUnknownNameAreNoMedium(string head) => Assert.Null(MediaType.Of(Bytes(head), "clip.txt"));

    [Theory]
    [InlineData("a/b.WAV", "audio/wav")]
    [InlineData("b.wave", "audio/wav")]
    [InlineData("b.w64", "audio/wav")]
    [InlineData("b.rf64", "audio/wav")]
    [InlineData("b.bwf", "audio/wav")]
    [InlineData("b.mp3", "audio/mpeg")]
    [InlineData("b.flac", "audio/flac")]
    [InlineData("b.opus", "audio/ogg")]
    [InlineData("b.oga", "audio/ogg")]
    [InlineData("b.ogg", "audio/ogg")]
    [InlineData("b.aac", "audio/aac")]
    [InlineData("b.m4a", "audio/mp4")]
    [InlineData("b.m4v", "video/mp4")]
    [InlineData("b.mp4", "video/mp4")]
    [InlineData("b.Mov", "video/quicktime")]
    [InlineData("b.webm", "video/webm")]
    [InlineData("b.mkv", "video/x-matroska")]
    [InlineData("b", null)]
    [InlineData("wav", null)]
    public void NamesDecideWhereBytesDoNot(string name, string? mime) => Assert.Equal(mime, MediaType.Of(Encoding.UTF8.GetBytes("?"), name)?.Mime);

    [Fact]
    public void MatroskaIsToldFromWebMByItsName() => Assert.Equal("Matroska", MediaType.Of(Bytes("1A 45 DF A3"), "clip.MKV")?.Container);

    [Theory]
    [InlineData("b.mp4", true)]
    [InlineData("b.mp3", false)]
    public void OnlyMovingPicturesAreVideo(string name, bool video) => Assert.Equal(video, MediaType.Of([], name)?.IsVideo);

    private static byte[] Bytes(string hex) =>
        [.. hex.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(b => byte.Parse(b, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
