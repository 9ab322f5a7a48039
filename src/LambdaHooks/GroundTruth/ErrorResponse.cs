using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>Writes an exception in the shape of the Lambda Runtime API.</summary>
public static class ErrorResponse
{
    /// <summary>
    /// The error's bytes. Only a <see cref="HookException"/> keeps its message; any other's may repeat what a worker wrote, so it gives
    /// its kind and its stack alone.
    /// </summary>
    public static byte[] Write(Exception exception) => JsonSerializer.SerializeToUtf8Bytes(
        new ErrorWire(MessageOf(exception), exception.GetType().Name, [.. StackOf(exception)]), WireContext.Wire.ErrorWire);

    /// <summary>A message that may be logged and returned.</summary>
    public static string MessageOf(Exception exception) =>
        exception is HookException ? exception.Message : $"unexpected {exception.GetType().Name}";

    private static IEnumerable<string> StackOf(Exception exception) =>
        (exception.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
