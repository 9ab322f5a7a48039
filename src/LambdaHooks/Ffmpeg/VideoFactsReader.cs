using System.Globalization;
using System.Text.Json;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>Reads ffprobe's JSON.</summary>
internal static class VideoFactsReader
{
    /// <summary>Fields of a stream that are asked for.</summary>
    public const string StreamFields = "index,codec_type,width,height,sample_aspect_ratio,r_frame_rate,avg_frame_rate,time_base";

    /// <summary>Facts of the first picture that is no cover image; null where there is none.</summary>
    public static VideoFacts? Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        JsonElement[] streams = [.. Items(root, "streams")];
        var picture = streams.FirstOrDefault(s => IsOf(s, "video") && !IsCover(s));
        return picture.ValueKind == JsonValueKind.Object && Size(picture) is var (width, height)
            ? new VideoFacts(width, height, Rate(picture), Varies(root, picture), Duration(root), streams.Any(s => IsOf(s, "audio")))
            : null;
    }

    private static bool IsOf(JsonElement stream, string type) => Text(stream, "codec_type") == type;

    private static bool IsCover(JsonElement stream) => Child(stream, "disposition") is { } disposition && Number(disposition, "attached_pic") == 1;

    /// <summary>Pixels are made square by stretching the width, then the picture is turned.</summary>
    private static (int Width, int Height)? Size(JsonElement picture)
    {
        if (Number(picture, "width") is not (> 0 and < 100_000 and var width) || Number(picture, "height") is not (> 0 and < 100_000 and var height))
        {
            return null;
        }

        var aspect = Fraction.Of(Text(picture, "sample_aspect_ratio"));
        var shown = aspect is { } a ? (int)Math.Clamp(Math.Round(width * a.Value, MidpointRounding.AwayFromZero), 1, 1_000_000) : (int)width;
        return Turns(picture) % 2 == 0 ? (shown, (int)height) : ((int)height, shown);
    }

    /// <summary>Quarter turns: from the display matrix, or from the tag that older versions give.</summary>
    private static int Turns(JsonElement picture)
    {
        var matrix = Items(picture, "side_data_list").Select(s => Number(s, "rotation")).FirstOrDefault(r => r is not null);
        var tag = Child(picture, "tags") is { } tags && int.TryParse(Text(tags, "rotate"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var said) ? said : 0;
        return (int)Math.Round(Math.Abs(matrix ?? tag) % 360 / 90.0);
    }

    private static FrameRate? Rate(JsonElement picture) =>
        Fraction.Of(Text(picture, "avg_frame_rate")) is { Numerator: <= int.MaxValue, Denominator: <= int.MaxValue } rate ? new FrameRate((int)rate.Numerator, (int)rate.Denominator) : null;

    private static bool Varies(JsonElement root, JsonElement picture)
    {
        var index = Number(picture, "index");
        JsonElement[] packets = [.. Items(root, "packets")];
        long[] times = [.. packets.Where(p => Number(p, "stream_index") == index).Select(p => Number(p, "pts")).OfType<long>()];
        var (steady, average) = (Fraction.Of(Text(picture, "r_frame_rate")), Fraction.Of(Text(picture, "avg_frame_rate")));
        return FrameTiming.Varies(times, isCut: packets.Length >= Arguments.ProbedPackets) || FrameTiming.Differ(steady, average);
    }

    private static decimal? Duration(JsonElement root) =>
        Child(root, "format") is { } format && decimal.TryParse(Text(format, "duration"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? Math.Round(seconds, 6) : null;

    private static IEnumerable<JsonElement> Items(JsonElement parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    private static JsonElement? Child(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : null;

    private static string? Text(JsonElement parent, string name) => Child(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static long? Number(JsonElement parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;
}
