using System.Text;
using LambdaHooks.Datasets.Annotations;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Tests.Datasets.Annotations;

public class CsvAnnotationsTests
{
    [Theory]
    [InlineData("Alex,1,2,9\nPaul,1,2,8.5\n")]
    [InlineData("\uFEFFAlex,1,2,9\r\nPaul,1,2,8.5")]
    [InlineData("Alex;1;2;9\n\n  \nPaul;1;2;8.5")]
    [InlineData("Alex\t1\t2\t9\rPaul\t1\t2\t8.5")]
    [InlineData("\"Alex\", 1 ,2,\"9\"\n\"Paul\",\"1\",2e0,8.50")]
    [InlineData("start,worker,ignored,end,category\n2,Alex,x,9,1\n2,Paul,x,8.5,1\n")]
    [InlineData("Worker ID;Duration;Onset;Label\nAlex;7;2;1\nPaul;6.5;2;1\n")]
    public void ATableOfSegmentsReadsTheSameHoweverItIsWritten(string text) =>
        Assert.Equal([". a Alex: 2-9 1", ". a Paul: 2-8.5 1"], Sources.InWords(Sources.Read(CsvAnnotations.Read, text)));

    [Fact]
    public void ClipsTracksAndTextsAreRead() => Assert.Equal(
        ["noise two bob: 0-1 -", "words one alice: 1-2 x, 1-3 y \"a \"\"quoted\"\", text\nof two lines\"".Replace("\"\"", "\"", StringComparison.Ordinal)],
        Sources.InWords(Sources.Read(CsvAnnotations.Read, "file,tier,annotator,start,end,label,text\none,words,alice,1,3,y,\"a \"\"quoted\"\", text\nof two lines\"\ntwo,noise,bob,0,1,,\none,words,alice,1,2,x,\n")));

    [Fact]
    public void ARowWithoutTimesAndLabelSaysThatNothingWasFound() =>
        Assert.Equal([". c alice: 1-2 x", ". c bob:"], Sources.InWords(Sources.Read(CsvAnnotations.Read, "annotator,clip,start,end,label\nalice,c,1,2,x\nbob,c,,,\n")));

    [Fact]
    public void ATableWithoutAnnotatorsIsOfWhoeverItIsNamedAfter()
    {
        var source = Sources.Of("start,end,label\n1,2,x\n");

        Assert.Equal([". . a: 1-2 x"], Sources.InWords(Sources.Read(CsvAnnotations.Read, source)));
        Assert.Equal([". c eve: 1-2 x"], Sources.InWords(Sources.Read(CsvAnnotations.Read, source with { Annotator = "eve", Clip = "c" })));
    }

    [Theory]
    [InlineData("w1,t1,yes\nw2,t1,no|maybe|no\nw2,t2,\n")]
    [InlineData("label,task,worker\nyes,t1,w1\nno|maybe,t1,w2\n")]
    [InlineData("item,w1,w2\nt1,yes,no|maybe\nt2,,\n")]
    [InlineData("annotator,t1,t2\nw1,yes,\nw2,no|maybe,\n")]
    public void LabelsReadTheSameFromEveryTable(string text) =>
        Assert.Equal([". t1 w1 = yes", ". t1 w2 = {maybe no}"], Sources.InWords(Sources.Read(CsvAnnotations.Read, text)));

    [Theory]
    [InlineData(MatrixRows.Annotators, "1,,3\n1,2,\n")]
    [InlineData(MatrixRows.Items, "1,1\n,2\n3,\n")]
    public void AMatrixOfBareCellsIsNumbered(MatrixRows rows, string text) => Assert.Equal(
        [". a 1 1 = 1", ". a 1 2 = 1", ". a 2 2 = 2", ". a 3 1 = 3"],
        Sources.InWords(Sources.Read(CsvAnnotations.Read, Sources.Of(text) with { Matrix = rows })));

    [Fact]
    public void SetsOfLabelsInTheTextDivideNoFields() =>
        Assert.Equal([". t1 w1 = a;b;c;d", ". t1 w2 = x;y"], Sources.InWords(Sources.Read(CsvAnnotations.Read, "w1,t1,a;b;c;d\nw2,t1,x;y\n")));

    [Fact]
    public void Utf16WithAMarkIsRead()
    {
        byte[] bytes = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Zoë,ß,1,2\n")];

        Assert.Equal([". a Zoë: 1-2 ß"], Sources.InWords(Sources.Read(CsvAnnotations.Read, Sources.Of(bytes))));
    }

    [Theory]
    [InlineData("", "a.file: empty.")]
    [InlineData(" \n\r\n\t", "a.file: empty.")]
    [InlineData("Alex,1,2,9\nAlex,1,9,2\n", "a.file, line 2: start 9 lies after end 2.")]
    [InlineData("Alex,1,2,9\n\nAlex,1,-1,2\n", "a.file, line 3: start -1 is negative.")]
    [InlineData("Alex,1,2,9\nAlex,1,NaN,2\n", "a.file, line 2: start 'NaN' is no number of seconds with a dot.")]
    [InlineData("Alex;1;2;9\nAlex;1;1,5;2\n", "a.file, line 2: start '1,5' is no number of seconds with a dot.")]
    [InlineData("Alex,1,2,9\nAlex,1,2,1e9\n", "a.file, line 2: end 1000000000 is further than 1,000 hours from the start.")]
    [InlineData("Alex,1,2,9\nAlex,1,2,1e999\n", "a.file, line 2: end '1e999' is no number of seconds with a dot.")]
    [InlineData("Alex,1,2,9\nAlex,1,2\n", "a.file, line 2: 3 fields instead of 4.")]
    [InlineData("Alex,1,2,9\n,1,2,3\n", "a.file, line 2: no annotator.")]
    [InlineData("Alex,1,2,9\nAlex,\"1\n,2,9\n", "a.file, line 2: a quote is not closed.")]
    [InlineData("Alex,1,2,9\nAlex,\"1\n2\"x,2,9\n", "a.file, line 3: something follows a closing quote.")]
    [InlineData("start,duration,worker\n3599999,2,x\n", "a.file, line 2: end 3600001 is further than 1,000 hours from the start.")]
    [InlineData("start,worker\n1,x\n", "a.file: a table of segments needs a column start, and either end or duration.")]
    [InlineData("start,end,duration,worker\n1,2,1,x\n", "a.file: a table of segments needs a column start, and either end or duration.")]
    [InlineData("worker,label\nx,y\n", "a.file: a table without times needs the columns item and label.")]
    [InlineData("file,clip,label\nx,y,z\n", "a.file: the columns 'file' and 'clip' say the same.")]
    [InlineData("w1,t1,yes\nw1,t1,yes\n", "a.file, line 2: 'w1' labels 't1' a second time.")]
    [InlineData("item,w1,w1\nt1,yes,no\n", "a.file, line 2: 'w1' labels 't1' a second time.")]
    [InlineData("item,w1,\nt1,yes,no\n", "a.file: a column has no name.")]
    [InlineData("item,w1,w2\nt1,yes\n", "a.file, line 2: 2 fields instead of 3.")]
    [InlineData("item,w1,w2\n,yes,no\n", "a.file, line 2: the row has no name.")]
    [InlineData("worker,task,label\nw1,,yes\n", "a.file, line 2: no item.")]
    [InlineData("only words\n", "a.file, line 1: 1 field: neither a header, nor annotator,label,start,end, nor worker,task,label.")]
    [InlineData("a,b\0,1,2\n", "a.file: no text: it holds NUL characters.")]
    public void WhatIsWrongIsToldWithFileAndLine(string text, string message) => Assert.Equal(message, Sources.Error(CsvAnnotations.Read, text));

    [Fact]
    public void BytesThatAreNoTextAreRefused() =>
        Assert.Equal("a.file: neither UTF-8 nor UTF-16 with a byte order mark.", Sources.Error(CsvAnnotations.Read, Sources.Of([0x61, 0x2C, 0xFF, 0x0A])));

    [Fact]
    public void ATableThatNamesItsAnnotatorsIsNobodysAlone() => Assert.Equal(
        "a.file, line 1: the table names its annotators, so it cannot be all of 'eve'.",
        Sources.Error(CsvAnnotations.Read, Sources.Of("annotator,start,end\nx,1,2\n") with { Annotator = "eve" }));

    [Fact]
    public void AMessageQuotesNoMoreThanALineBears()
    {
        var message = Sources.Error(CsvAnnotations.Read, $"Alex,1,2,9\nAlex,1,{new string('x', 1_000_000)},2\n");

        Assert.Equal($"a.file, line 2: start '{new string('x', 40)}…' is no number of seconds with a dot.", message);
    }

    [Fact]
    public void MemoryIsLinearInAFieldOfAMillionQuotesAndInAMillionFields()
    {
        var quotes = "w1,t1,\"" + new string('"', 2_000_000) + "\"\n";
        var fields = "item" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $",w{i}")) + "\nt1" + string.Concat(Enumerable.Repeat(",x", 200_000)) + "\n";

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(1_000_000, Sources.Read(CsvAnnotations.Read, quotes).Labels[0].Values[0].Length);
        Assert.Equal(200_000, Sources.Read(CsvAnnotations.Read, fields).Labels.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100L * (quotes.Length + fields.Length));
    }

    [Fact]
    public void PublishedContinuaAreRead()
    {
        var source = new AnnotationSource("AlexPaulSuzan.csv", File.ReadAllBytes(Checkout.SharedData("data", "gamma-continua", "AlexPaulSuzan.csv"))) { Stem = "AlexPaulSuzan" };
        var set = Sources.Read(CsvAnnotations.Read, source);

        Assert.Equal([("Alex", 6), ("Paul", 4), ("Suzan", 6)], set.Tracks.Select(t => (t.Annotator, t.Segments.Count)));
        Assert.All(set.Tracks, t => Assert.Equal("AlexPaulSuzan", t.Clip));
    }
}
