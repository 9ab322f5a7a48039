using System.Text;

namespace LambdaHooks.Datasets.Annotations;

/// <summary>The text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one.</summary>
internal static class AnnotationText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <summary>The text without its mark.</summary>
    /// <exception cref="AnnotationException">It is empty, too large, or no text.</exception>
    public static string Of(AnnotationSource source)
    {
        var bytes = source.Bytes.Span;
        if (bytes.Length > AnnotationSource.MostBytes)
        {
            throw source.Error("larger than 256 MiB");
        }

        var text = Decode(source, bytes);
        return string.IsNullOrWhiteSpace(text) ? throw source.Error("empty")
            : text.Contains('\0') ? throw source.Error("no text: it holds NUL characters")
            : text;
    }

    private static string Decode(AnnotationSource source, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes.StartsWith(LittleEndian.Preamble) ? LittleEndian.GetString(bytes[LittleEndian.Preamble.Length..])
                : bytes.StartsWith(BigEndian.Preamble) ? BigEndian.GetString(bytes[BigEndian.Preamble.Length..])
                : Utf8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            throw source.Error("neither UTF-8 nor UTF-16 with a byte order mark");
        }
    }
}
