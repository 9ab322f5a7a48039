namespace LambdaHooks.Consolidation.Texts;

/// <summary>What one worker wrote about one thing: a segment, or a whole clip.</summary>
/// <param name="Worker">Opaque id of the worker.</param>
/// <param name="Text">The text as it was written; any UTF-16, unpaired surrogates included. Nothing but white space counts as nothing written.</param>
public readonly record struct WorkerText(string Worker, string Text);
