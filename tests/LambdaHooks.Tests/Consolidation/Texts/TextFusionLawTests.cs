using System.Globalization;
using CsCheck;
using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Tests.Consolidation.Texts;

/// <summary>What holds for any texts. 10,000 generated cases each.</summary>
public class TextFusionLawTests
{
    private const int Cases = 10_000;

    private static readonly Gen<WorkerText[]> Any = Gen.OneOf(SomeTexts.Several, SomeTexts.Similar);

    [Fact]
    public void OrderOfWorkersChangesNothing() => Gen.Select(Any, SomeTexts.Reliabilities, Gen.Int).Sample((texts, reliabilities, seed) =>
        Assert.Equal(
            SomeTexts.InWords(TextFusion.Fuse(texts, reliabilities)),
            SomeTexts.InWords(TextFusion.Fuse(SomeTexts.Shuffled(texts, seed), reliabilities))), iter: Cases);

    [Fact]
    public void OneWorkersTextIsTheResult() => SomeTexts.Anything.Sample(text =>
        Assert.Equal(text, TextFusion.Fuse([new("w", text)], TextReliabilities.None).Text), iter: Cases);

    [Fact]
    public void WhatAllWroteIsTheResult() => Gen.Select(SomeTexts.Anything, Gen.Int[2, 6], SomeTexts.Reliabilities).Sample((text, count, reliabilities) =>
    {
        var fused = TextFusion.Fuse(SomeTexts.Named([.. Enumerable.Repeat(text, count)]), reliabilities);

        Assert.Equal(new FusedText(text, 1, [], false, false), fused);
    }, iter: Cases);

    /// <summary>
    /// No merging one text after the other can promise it for all texts: one more text may change how words with many errors around them are
    /// laid side by side. So a few cases of ten thousand are granted, of texts with up to a fifth of their twelve words wrong.
    /// </summary>
    [Fact]
    public void AnotherWorkerWhoWritesAnUndisputedResultKeepsItAlmostAlways()
    {
        var random = new SmallRandom(23);
        var changed = Enumerable.Range(0, Cases).Count(_ =>
        {
            string[] truth = [.. Enumerable.Range(0, 12).Select(_ => $"w{random.Below(60)}")];
            var (writers, rate) = (2 + random.Below(5), random.Share() / 5);
            WorkerText[] texts = SomeTexts.Named([.. Enumerable.Range(0, writers).Select(_ => Transcripts.WithErrors(truth, rate, 60, random))]);
            var known = new TextStudy().Finish(texts.ToDictionary(t => t.Worker, _ => random.Share()));
            var fused = TextFusion.Fuse(texts, known);
            return !fused.IsDisputed && fused.Text != TextFusion.Fuse([.. texts, new WorkerText("x", fused.Text)], known).Text;
        });

        Assert.InRange(changed, 0, 5);
    }

    [Fact]
    public void EveryWordIsSomebodys() => Gen.Select(Any, SomeTexts.Reliabilities).Sample((texts, reliabilities) =>
    {
        var vocabulary = new Vocabulary();
        var written = Writing.Of(texts, vocabulary).SelectMany(w => Enumerable.Range(0, w.Keys.Length).Select(i => w.Word(i).ToString())).ToHashSet();
        var fused = TextFusion.Fuse(texts, reliabilities);

        Assert.All(fused.Words, w => Assert.Contains(w.Text, written));
        if (fused.Words.Count > 0)
        {
            Assert.Equal(Bare(string.Concat(fused.Words.Select(w => w.Text))), Bare(fused.Text));
        }
    }, iter: Cases);

    [Fact]
    public void ConfidencesLieBetweenZeroAndOne() => Gen.Select(Any, SomeTexts.Reliabilities).Sample((texts, reliabilities) =>
    {
        var fused = TextFusion.Fuse(texts, reliabilities);

        Assert.All(fused.Words.Select(w => w.Confidence).Append(fused.Confidence), c => Assert.InRange(c, 0, 1));
    }, iter: Cases);

    [Fact]
    public void EveryGraphemeIsSomebodys() => Gen.Select(Gen.OneOf(SomeTexts.Anything.Array[2, 5], SomeTexts.Anything.Array[2, 3].Select(t => t.Append(t[0]).Append(t[0]).ToArray())), SomeTexts.Reliabilities).Sample((texts, reliabilities) =>
    {
        var written = texts.SelectMany(Graphemes).Append(" ").Append("\n").ToHashSet();

        Assert.All(Graphemes(TextFusion.Fuse(SomeTexts.Named(texts), reliabilities).Text), g => Assert.Contains(g, written));
    }, iter: Cases);

    private static IEnumerable<string> Graphemes(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            yield return elements.GetTextElement();
        }
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
