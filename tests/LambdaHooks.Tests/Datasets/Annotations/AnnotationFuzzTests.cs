using System.Text;
using CsCheck;
using LambdaHooks.Datasets.Annotations;

namespace LambdaHooks.Tests.Datasets.Annotations;

/// <summary>Whatever a file holds, a reader either reads it or says what is wrong in its own words.</summary>
public class AnnotationFuzzTests
{
    private static readonly string[] Seeds =
    [
        "Alex,1,2,9\nPaul,\"a \"\"b\"\"\",2,8.5\r\n",
        "file;tier;annotator;start;end;label\none;words;alice;1;3;y\none;words;bob;;;\n",
        "item,w1,w2\nt1,yes,no|maybe\nt2,,x\n",
        "SPEAKER m1 1 2.00 0.25 <NA> <NA> B <NA> <NA>\n;; x\nSPEAKER m1 1 3 1e2 <NA> <NA> A <NA> <NA>\n",
        "0.0\tA\n1.5\tB\r\n1.5\tC\n9\tEnd\n",
        "0.000000\t1.500000\tA\n\\\t100.0\t200.0\n2.0\t2.0\t\n",
        TextGridAnnotationsTests.LongForm,
        TextGridAnnotationsTests.ShortForm,
        "[{\"file\": \"c\", \"annotator\": \"a\", \"start\": 1, \"end\": 2, \"label\": \"x\"}, {\"file\": \"c\", \"annotator\": \"b\", \"label\": [\"x\"]}]",
    ];

    private static readonly string[] Parts =
    [
        "\"", "\"\"", ",", ";", "\t", "\n", "\r", "|", "-", "1e99", "79228162514264337593543950335", "-0", "0.0000001", "NaN", "<exists>", "\u2028", "\0", "\uFEFF", "{", "[", "]", ",null", "\\ud800",
    ];

    private static readonly Gen<byte[]> Mutated =
        from seed in Gen.OneOf(Seeds)
        from changes in Gen.Select(Gen.Double[0, 1], Gen.Int[0, 4], Gen.OneOf(Parts), Gen.Double[0, 1]).Array[1, 5]
        from utf16 in Gen.Bool
        select Encode(changes.Aggregate(seed, (text, change) => Change(text, change.Item1, change.Item2, change.Item3, change.Item4)), utf16);

    private static readonly Gen<byte[]> Any = Gen.Frequency((4, Mutated), (1, Gen.Byte.Array[0, 200]));

    [Fact]
    public void NoReaderFailsInAnyOtherWayThanItsOwn() => Any.Sample(bytes =>
    {
        foreach (var format in Enum.GetValues<AnnotationFormat>())
        {
            Try(() => AnnotationFormats.Read(Sources.Of(bytes), format, new AnnotationDraft()));
        }

        Try(() => CsvAnnotations.Read(Sources.Of(bytes) with { Matrix = MatrixRows.Items }, new AnnotationDraft()));
        Try(() => AnnotationFormats.Of(Sources.Of(bytes), ""));
    }, iter: 10_000);

    /// <summary>Every other exception fails the sample, which then shows the bytes.</summary>
    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (AnnotationException e)
        {
            Assert.InRange(e.Message.Length, 1, 400);
        }
    }

    private static string Change(string text, double place, int kind, string part, double length)
    {
        var at = (int)(place * text.Length);
        var end = Math.Min(text.Length, at + (int)(length * 20));
        return kind switch
        {
            0 => text[..at],
            1 => text[..at] + text[end..],
            2 => text[..end] + text[at..],
            _ => text[..at] + part + text[end..],
        };
    }

    private static byte[] Encode(string text, bool utf16) => utf16 ? [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)] : Encoding.UTF8.GetBytes(text);
}
