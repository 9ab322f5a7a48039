using CsCheck;
using LambdaHooks.Answers;
using LambdaHooks.Consolidation;

namespace LambdaHooks.Tests.Consolidation;

public class ClipFusionTests
{
    private static readonly Gen<ClipAnswer> AnyAnswer = Gen.Int[0, 11].Select(ClipAnswer (i) => i switch
    {
        0 => new ClipAnswer.Choice("good"),
        1 => new ClipAnswer.Choice("bad"),
        2 => Options("+yes", "-no"),
        3 => Options("-yes", "+no"),
        4 => Options("+yes", "+no"),
        5 => Options("+yes"),
        6 => new ClipAnswer.Number(3),
        7 => new ClipAnswer.Number(0.1),
        8 => new ClipAnswer.Number(-2.5),
        9 => new ClipAnswer.Text("a b c"),
        10 => new ClipAnswer.Text("a c b"),
        _ => new ClipAnswer.Text(""),
    });

    private static readonly Gen<Answer[]> Several = Gen.Select(AnyAnswer.Null(0.2), AnyAnswer.Null(0.2)).Array[0, 6]
        .Select(all => all.Select((two, i) => Answer($"w{i}", ("quality", two.Item1), ("again", two.Item2))).ToArray());

    [Fact]
    public void MostVotesWinAChoice() => AssertFused("choice good", (0.7, 0.99), new ClipAnswer.Choice("good"), new ClipAnswer.Choice("bad"), new ClipAnswer.Choice("good"));

    [Fact]
    public void ATiedChoiceIsTheOrdinallyFirst() => AssertFused("choice bad", (0.5, 0.5), new ClipAnswer.Choice("good"), new ClipAnswer.Choice("bad"));

    [Fact]
    public void RadioButtonsAreOneVoteEach() =>
        AssertFused("options [-1, +2, -3]", (0.7, 0.99), Options("+1", "-2", "-3"), Options("-1", "+2", "-3"), Options("-1", "-2", "+3"), Options("-1", "+2", "-3"));

    [Fact]
    public void TiedRadioButtonsSetTheOrdinallyFirst() => AssertFused("options [+no, -yes]", (0.5, 0.5), Options("-no", "+yes"), Options("+no", "-yes"));

    [Fact]
    public void CheckBoxesAreDecidedOneByOne() =>
        AssertFused("options [-ambient, +music, -traffic]", (0.8, 0.99), Options("-ambient", "+music", "+traffic"), Options("-ambient", "+music"), Options("-ambient", "+music", "-traffic"));

    [Fact]
    public void ACheckBoxHalfOfThemSetStaysEmpty() => AssertFused("options [+music, -traffic]", (0.7, 0.75), Options("+music", "+traffic"), Options("+music", "-traffic"));

    [Fact]
    public void OneWorkerWithTwoSetMakesThemCheckBoxes() =>
        AssertFused("options [-a, -b]", (0.5, 0.5), Options("+a", "-b"), Options("-a", "+b"), Options("+a", "+b"), Options("-a", "-b"));

    [Fact]
    public void ALoneCheckBoxIsNoRadioButton() => AssertFused("options [-on]", (0.7, 0.99), Options("+on"), Options("-on"), Options("-on"));

    [Fact]
    public void NumbersFuseToTheirMedianWithItsSpread()
    {
        var fused = Fuse(new ClipAnswer.Number(10), new ClipAnswer.Number(1), new ClipAnswer.Number(2));

        Assert.Equal((new ClipAnswer.Number(2), null, 1), (fused.Value, fused.Confidence, fused.Spread));
    }

    [Fact]
    public void TwoNumbersFuseToTheMiddle()
    {
        var fused = Fuse(new ClipAnswer.Number(4), new ClipAnswer.Number(1));

        Assert.Equal((new ClipAnswer.Number(2.5), 1.5), (fused.Value, fused.Spread));
    }

    [Fact]
    public void ATextIsFusedWordByWord() => AssertFused("text the cat sat", (0.7, 0.9), Text("the cat sat"), Text("the bat sat"), Text("the cat sang"));

    [Fact]
    public void EmptyTextsHaveNoSayWhereOthersWrote() => AssertFused("text hello", (1, 1), Text(""), Text("hello"), Text(""));

    [Fact]
    public void OnlyEmptyTextsFuseToAnEmptyOne() => AssertFused("text ", (1, 1), Text(""), Text(""));

    [Fact]
    public void TheShapeThatMostUsedCounts()
    {
        var fused = Fuse(Text("5"), new ClipAnswer.Number(3), new ClipAnswer.Number(4));

        Assert.Equal(new ClipAnswer.Number(3.5), fused.Value);
        Assert.Equal(3, fused.Evidence.Count);
    }

    [Fact]
    public void QuestionsComeInOrdinalOrder()
    {
        var result = Consolidate([Answer("w1", ("b", Text("x")), ("a", Text("y")), ("B", Text("z")))]);

        Assert.Equal(["B", "a", "b"], result.Clip.Select(c => c.Question));
    }

    [Fact]
    public void OrderOfAnswersAndQuestionsChangesNothing() => Gen.Select(Several, Gen.Int).Sample((answers, seed) =>
        Assert.Equal(InWords.Everything(Consolidate(answers)), InWords.Everything(Consolidate(SomeAnswers.Shuffled(answers, seed)))), iter: 10_000);

    [Fact]
    public void OneWorkersAnswerPassesThroughUnchanged() => AnyAnswer.Sample(answer => Assert.Equal(InWords.ClipAnswer(answer), InWords.ClipAnswer(Fuse(answer).Value)), iter: 10_000);

    private static void AssertFused(string expected, (double Least, double Most) confidence, params ClipAnswer[] answers)
    {
        var fused = Fuse(answers);
        Assert.Equal(expected, InWords.ClipAnswer(fused.Value));
        Assert.InRange(fused.Confidence!.Value, confidence.Least - 1e-9, confidence.Most + 1e-9);
        Assert.Null(fused.Spread);
    }

    private static ConsolidatedClipAnswer Fuse(params ClipAnswer[] answers) =>
        Assert.Single(Consolidate([.. answers.Select((a, i) => Answer($"w{i}", ("quality", a)))]).Clip);

    private static Consolidated Consolidate(IReadOnlyList<Answer> answers) => Consolidator.Consolidate(answers);

    private static Answer Answer(string worker, params (string Question, ClipAnswer? Value)[] clip) =>
        new(worker) { Clip = clip.Where(c => c.Value is not null).ToDictionary(c => c.Question, c => c.Value!) };

    private static ClipAnswer.Text Text(string text) => new(text);

    private static ClipAnswer.Options Options(params string[] options) => new(options.ToDictionary(o => o[1..], o => o[0] == '+'));
}
