using System.Text.Json;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>Reads what ffprobe writes.</summary>
internal static class VideoProbe
{
    /// <summary>About a hundred bytes a packet are written; far more is no answer to what was asked.</summary>
    private const int MostBytes = 4 << 20;

    /// <summary>Facts of the picture; null where there is none.</summary>
    /// <exception cref="DecodeException">The medium cannot be read, or took more than it may.</exception>
    public static async Task<VideoFacts?> ReadAsync(ProgramRun run, string program, FfmpegSettings settings)
    {
        var json = await ReadAllAsync(run).ConfigureAwait(false);
        await run.CheckVersionAsync(program).ConfigureAwait(false);
        var code = await run.ExitAsync().ConfigureAwait(false);
        return run.Log.OutOfMemory ? throw new DecodeException($"decode-limit: memory: looking at it took more than {settings.MemoryBytes} bytes of address space")
            : Verdict.WasEnded(code) ? throw new DecodeException($"decode-limit: cpu time or memory: the system ended the program that looked at it")
            : code != 0 ? throw new DecodeException($"not-decodable: {run.Log.Reason}")
            : Read(json);
    }

    private static VideoFacts? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return VideoFactsReader.Read(json);
        }
        catch (JsonException e)
        {
            throw new DecodeException("not-decodable: picture: what the program says about it cannot be read", e);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAllAsync(ProgramRun run)
    {
        using var json = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await run.Output.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
        {
            json.Write(buffer, 0, read);
            if (json.Length > MostBytes)
            {
                run.Fail(new DecodeException("decode-limit: picture: too much is said about it"));
            }
        }

        return json.ToArray();
    }
}
