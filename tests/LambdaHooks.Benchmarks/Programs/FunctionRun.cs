using System.Diagnostics;
using LambdaHooks.Benchmarks.Measuring;

namespace LambdaHooks.Benchmarks.Programs;

/// <summary>One life of the native program: it starts, answers one request, and is ended.</summary>
/// <param name="bootstrap">Path of the program.</param>
/// <param name="handler">Which hook.</param>
/// <param name="settings">Its environment, all of it.</param>
internal sealed class FunctionRun(string bootstrap, string handler, IReadOnlyDictionary<string, string> settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="objects">Objects that the response must answer for; null where it is not a list.</param>
    public async Task<Sample> AnswerAsync(ReadOnlyMemory<byte> request, int? objects = null)
    {
        using var api = new RuntimeApi(request);
        var start = Start(api.Host);
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var log = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        try
        {
            var exchange = await api.ExchangeAsync(process.WaitForExitAsync()).WaitAsync(Patience);
            var sample = Cost.Of(process, Stopwatch.GetElapsedTime(began, exchange.Answered)) with { Request = Stopwatch.GetElapsedTime(exchange.HandedOut, exchange.Answered) };
            exchange.Check(objects);
            return sample;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            await log;
        }
    }

    private ProcessStartInfo Start(string api)
    {
        var start = new ProcessStartInfo(bootstrap) { RedirectStandardOutput = true };
        start.Environment.Clear();
        foreach (var (name, value) in settings.Append(new("_HANDLER", handler)).Append(new("AWS_LAMBDA_RUNTIME_API", api)))
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
