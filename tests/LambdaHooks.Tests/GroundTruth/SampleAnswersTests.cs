using LambdaHooks.Answers;
using LambdaHooks.Tests.Shared;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.GroundTruth;

public class SampleAnswersTests
{
    [Theory]
    [InlineData("single-clips.json", 0)]
    [InlineData("comparisons.json", 4)]
    public void EverySampleAnswerIsReadWithoutARejection(string file, int preferencesAtLeast)
    {
        var read = SampleAnswers.Contents(file).Select(Forms.Read).ToArray();

        Assert.All(read, r => Assert.Empty(r.Rejections));
        Assert.All(read, r => Assert.True(r.Answer!.Tracks.Count > 0 || r.Answer.Preference is not null));
        Assert.True(read.Count(r => r.Answer!.Preference is not null) >= preferencesAtLeast);
    }

    [Fact]
    public void TheTextThatTheSamplePageLostIsBackInItsSegment()
    {
        var page = SampleAnswers.Contents("single-clips.json").Where(c => c.Contains("\"annotations\"", StringComparison.Ordinal)).Select(Forms.Read).ToArray();

        Assert.Equal(2, page.Length);
        Assert.All(page, r => Assert.DoesNotContain("label", r.Answer!.Clip.Keys));
        Assert.All(page, r => Assert.DoesNotContain(r.Answer!.Tracks.SelectMany(t => t.Segments), s => s.Text.Length == 0));
    }

    [Fact]
    public void TheAudioPagesAnswerIsReadAndItsLastTextRestored()
    {
        var answer = ReadExample("seed-audio-content.json");

        Assert.Equal(["language", "speaker"], answer.Tracks.Select(t => t.Key.Category));
        var last = answer.Tracks[1].Segments[2];
        Assert.Equal((Interval.Seconds(13.011857m, 21.399127m), "Representative", "I am sorry, let me check that for you"), (last.Interval, last.Label, last.Text));
        Assert.Equal("Worried", last.Attributes["emotion"]);
        Assert.Equal(
            ["backgroundNoise", "environmentalSounds", "rate", "speakerGender", "speechNonSpeech", "textTranslationFinal"],
            answer.Clip.Keys);
    }

    [Fact]
    public void TheVideoPagesAnswerIsReadAndItsLastTextRestored()
    {
        var answer = ReadExample("seed-video-content.json");

        Assert.Equal(["Dog", "Gait"], answer.Tracks.Select(t => t.Key.Category));
        Assert.Equal(["slow walk", "speeds up at the fence"], answer.Tracks[1].Segments.Select(s => s.Text));
        Assert.Equal(new ClipAnswer.Text("2"), answer.Clip["primaryIncidents"]);
        Assert.Equal(["presenceOfObjects", "primaryIncidents", "sceneChange", "textTranslationFinal", "videoQuality"], answer.Clip.Keys);
    }

    private static Answer ReadExample(string file)
    {
        var read = Forms.Read(File.ReadAllText(Checkout.SharedData("examples", file)));
        Assert.Empty(read.Rejections);
        return read.Answer!;
    }
}
