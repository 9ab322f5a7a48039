namespace LambdaHooks.Function;

/// <summary>One request, as the Runtime API hands it over.</summary>
/// <param name="RequestId">Value of <c>Lambda-Runtime-Aws-Request-Id</c>.</param>
/// <param name="Deadline">When Lambda ends the process; null where the header is missing or makes no sense.</param>
/// <param name="TraceId">Value of <c>Lambda-Runtime-Trace-Id</c>, or null.</param>
/// <param name="Body">The request's bytes.</param>
internal sealed record Invocation(string RequestId, DateTimeOffset? Deadline, string? TraceId, ReadOnlyMemory<byte> Body);
