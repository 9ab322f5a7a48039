namespace LambdaHooks.Cli;

/// <summary>The command was used wrongly; the message says what to do instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
