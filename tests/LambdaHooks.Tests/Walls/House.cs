namespace LambdaHooks.Tests.Walls;

/// <summary>The rooms of <c>src/LambdaHooks</c>.</summary>
internal static class House
{
    private static readonly string[] Surroundings = ["Amazon", "AWSSDK", "Console", "Environment"];
    private static readonly string[] Files = ["File", "FileInfo", "FileStream", "FileSystem", "Directory", "DirectoryInfo", "RandomAccess"];
    private static readonly string[] Streams = ["System.IO", "Stream", "StreamReader", "StreamWriter", "TextReader", "TextWriter", "Path"];
    private static readonly string[] Json = ["System.Text.Json", "JsonElement", "JsonSerializer", "JsonDocument", "Utf8JsonReader", "Utf8JsonWriter"];
    private static readonly string[] Clocks = ["TimeProvider", "DateTime", "DateTimeOffset", "Stopwatch"];
    private static readonly string[] Pure = [.. Surroundings, .. Files, .. Streams, .. Json, .. Clocks];

    public static IReadOnlyList<Room> Rooms { get; } =
    [
        new("Timeline", [], Pure),
        new("Answers", ["Timeline"], Pure),
        new("Media", ["Timeline"], [.. Surroundings, .. Files, .. Json, .. Clocks]),
        new("Ffmpeg", ["Media"], [.. Surroundings, .. Clocks]),
        new("Consolidation", ["Timeline", "Answers"], Pure),
        new("Datasets", ["Timeline", "Answers", "Consolidation"], [.. Surroundings, .. Files, .. Clocks]),
        new("GroundTruth", ["Timeline", "Answers"], [.. Surroundings, .. Files]),
        new("Hooks", ["Timeline", "Answers", "Media", "Consolidation", "Datasets", "GroundTruth"], [.. Surroundings, .. Files]),
        new("Folders", ["Hooks", "GroundTruth"], Surroundings),
    ];
}
