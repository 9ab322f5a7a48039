using System.Reflection;
using System.Text.RegularExpressions;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Walls;

/// <summary>Finds where a file reaches through a wall, and says how to mend it.</summary>
internal static partial class RoomCheck
{
    private const string Rules = "tests/LambdaHooks.Tests/Walls/House.cs";

    private static readonly Assembly Product = typeof(Interval).Assembly;

    public static IEnumerable<string> Violations(SourceFile file)
    {
        if (House.Rooms.FirstOrDefault(r => r.Name == file.Folder) is not { } room)
        {
            return [$"{file.Place}: '{file.Folder}' is no room. Put the file into one, or add the room and what it may know to {Rules}."];
        }

        return [.. Namespaces(file, room), .. Neighbours(file, room), .. Outsiders(file, room)];
    }

    private static IEnumerable<string> Namespaces(SourceFile file, Room room)
    {
        if (!Regex.IsMatch(file.Code, $@"namespace LambdaHooks\.{room.Name}(\.\w+)?;"))
        {
            yield return $"{file.Place}: declare 'namespace LambdaHooks.{room.Name};', the room whose folder it lies in, or that of a shelf of it.";
        }

        if (GlobalUsing().IsMatch(file.Code))
        {
            yield return $"{file.Place}: a global using opens every room at once. Write the using where it is needed.";
        }
    }

    private static IEnumerable<string> Neighbours(SourceFile file, Room room) => House.Rooms
        .Select(r => r.Name)
        .Where(other => other != room.Name && !room.Knows.Contains(other) && Names(file.Code, other))
        .Select(other => $"{file.Place}: {room.Name} may not know {other}. Move the code to a room that knows both, or pass in what it needs as a value or a port.");

    private static IEnumerable<string> Outsiders(SourceFile file, Room room) => room.MayNotName
        .Where(word => Regex.IsMatch(file.Code, $@"(?<!\w){Regex.Escape(word)}\b"))
        .Select(word => $"{file.Place}: {room.Name} may not name {word}. Take a port or a value instead, and use {word} where the port is implemented.");

    /// <summary>In full, or from the enclosing namespace, as in <c>Answers.Answer</c>; a property called <c>Media</c> is no room.</summary>
    private static bool Names(string code, string room) =>
        Regex.IsMatch(code, $@"(?<!\w)LambdaHooks\.{room}\b")
        || Regex.Matches(code, $@"(?<![\w.]){room}\.(\w+)").Any(m => Product.GetType($"LambdaHooks.{room}.{m.Groups[1].Value}") is not null);

    [GeneratedRegex(@"\bglobal\s+using\b")]
    private static partial Regex GlobalUsing();
}
