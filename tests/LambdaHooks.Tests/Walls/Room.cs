namespace LambdaHooks.Tests.Walls;

/// <summary>A folder of the core library, what it may know of the others, and what it may not name at all.</summary>
/// <param name="Name">Folder and last part of the namespace.</param>
/// <param name="Knows">Rooms it may use.</param>
/// <param name="MayNotName">Types and namespaces from outside the library that have no business here.</param>
internal sealed record Room(string Name, IReadOnlyList<string> Knows, IReadOnlyList<string> MayNotName);
