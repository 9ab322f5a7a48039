namespace LambdaHooks.Cli.Peaks;

/// <summary>One medium cannot be used; the others can. The message names the field, or begins with a fixed code, and says why.</summary>
internal sealed class MediumException(string message) : Exception(message);
