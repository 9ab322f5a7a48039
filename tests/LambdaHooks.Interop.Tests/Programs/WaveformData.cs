using System.Text.Json;
using System.Text.Json.Nodes;

namespace LambdaHooks.Interop.Tests.Programs;

/// <summary>The reader of audiowaveform's files in the JavaScript world, npm <c>waveform-data</c>.</summary>
internal static class WaveformData
{
    /// <summary>What it reads from a binary file, and what it resamples that to.</summary>
    public static Task<SeenWaveform[]> ReadDatAsync(byte[] dat, int[] scales, CancellationToken cancel) => AskAsync(new { dat = Convert.ToBase64String(dat), scales }, cancel);

    /// <summary>What it reads from a JSON file, and what it resamples that to.</summary>
    public static Task<SeenWaveform[]> ReadJsonAsync(string json, int[] scales, CancellationToken cancel) => AskAsync(new { json = JsonNode.Parse(json), scales }, cancel);

    private static async Task<SeenWaveform[]> AskAsync(object question, CancellationToken cancel) =>
        JsonSerializer.Deserialize<SeenWaveform[]>(await Node.AskAsync("read-waveform.mjs", question, cancel), JsonSerializerOptions.Web)!;
}

/// <summary>A waveform as that reader sees it.</summary>
internal sealed record SeenWaveform(int SampleRate, int SamplesPerPixel, int Bits, int Length, SeenChannel[] Channels);

/// <summary>One channel of it.</summary>
internal sealed record SeenChannel(int[] Min, int[] Max);
