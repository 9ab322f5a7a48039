using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace LambdaHooks.Interop.Tests.Loopback;

/// <summary>What a proxy does to one ranged request before, or in place of, passing it on.</summary>
/// <param name="number">Which ranged request it is, from 1.</param>
/// <param name="context">The exchange.</param>
/// <returns>True where the exchange is answered.</returns>
internal delegate Task<bool> Fault(int number, HttpContext context);

/// <summary>A server in front of another that does to ranged requests what networks and stores do.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly ConcurrentQueue<SeenRange> ranges = new();
    private LoopbackServer server = null!;
    private int asked;
    private int open;
    private int mostOpen;

    /// <summary>Where it listens.</summary>
    public Uri Address => server.Address;

    /// <summary>Ranged requests behind the sniff of the first bytes, in order of their coming.</summary>
    public IReadOnlyList<SeenRange> Ranges => [.. ranges];

    /// <summary>Most of them that were under way at a time.</summary>
    public int MostOpen => mostOpen;

    /// <summary>Done to each of them.</summary>
    public Fault Fault { get; set; } = (_, _) => Task.FromResult(false);

    public static async Task<FaultProxy> ToAsync(Uri target)
    {
        var (proxy, forwarding) = (new FaultProxy(), new Forwarding(target));
        proxy.server = await LoopbackServer.StartAsync((request, context) => proxy.AnswerAsync(request, context, forwarding));
        return proxy;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(SeenRequest request, HttpContext context, Forwarding forwarding)
    {
        if (SeenRange.Of(request) is not { Length: > SeenRange.Sniff } range)
        {
            await forwarding.AnswerAsync(request, context);
            return;
        }

        ranges.Enqueue(range);
        InterlockedMax(Interlocked.Increment(ref open));
        try
        {
            if (!await Fault(Interlocked.Increment(ref asked), context))
            {
                await forwarding.AnswerAsync(request, context);
            }
        }
        finally
        {
            _ = Interlocked.Decrement(ref open);
        }
    }

    private void InterlockedMax(int now)
    {
        for (var most = mostOpen; now > most; most = mostOpen)
        {
            _ = Interlocked.CompareExchange(ref mostOpen, now, most);
        }
    }
}

/// <summary>A ranged request.</summary>
/// <param name="First">First byte.</param>
/// <param name="Length">How many.</param>
/// <param name="IfMatch">The version it insists on, or null.</param>
internal sealed record SeenRange(long First, long Length, string? IfMatch)
{
    /// <summary>Bytes a medium is known by.</summary>
    public const int Sniff = 16;

    public static SeenRange? Of(SeenRequest request)
    {
        if (request.Method != "GET" || request.Header("Range") is not { } range)
        {
            return null;
        }

        var last = long.Parse(range.Split('-')[1], CultureInfo.InvariantCulture);
        return new SeenRange(FirstOf(range), last - FirstOf(range) + 1, request.Header("If-Match"));
    }

    /// <summary>First byte of a <c>Range</c> header.</summary>
    public static long FirstOf(string range) => long.Parse(range["bytes=".Length..].Split('-')[0], CultureInfo.InvariantCulture);
}
