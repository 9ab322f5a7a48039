using System.Net;
using Amazon.Runtime;
using LambdaHooks.Hooks;

namespace LambdaHooks.Aws;

/// <summary>What S3 and the way to it do wrong, in the words of the port.</summary>
internal static class S3Faults
{
    /// <summary>An entity tag without its quotes.</summary>
    public static string Unquoted(string? tag) => (tag ?? "").Trim('"');

    /// <summary>Does something, and throws <see cref="StoreException"/> for whatever goes wrong but cancellation.</summary>
    /// <param name="uri">Which object.</param>
    /// <param name="work">What to do.</param>
    /// <param name="cancel">The caller's own cancellation, which is no fault.</param>
    /// <param name="arrived">Bytes that lie in the caller's buffer; null for none.</param>
    public static async Task<T> GuardAsync<T>(ObjectUri uri, Func<Task<T>> work, CancellationToken cancel, Func<int>? arrived = null)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (AmazonServiceException e)
        {
            throw new StoreException(FaultOf(e.StatusCode), uri, e);
        }
        catch (Exception e) when (IsOnTheWay(e) || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new StoreException(StoreFault.Unavailable, uri, e) { BytesRead = arrived?.Invoke() ?? 0 };
        }
    }

    private static bool IsOnTheWay(Exception e) => e is AmazonClientException or HttpRequestException or IOException;

    private static StoreFault FaultOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound => StoreFault.Missing,
        HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => StoreFault.Denied,
        HttpStatusCode.PreconditionFailed => StoreFault.Changed,
        _ => StoreFault.Unavailable,
    };
}
