namespace LambdaHooks.Benchmarks;

/// <summary>Something could not be measured; the message says what, and what to do.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
