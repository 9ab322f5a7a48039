namespace LambdaHooks.Tests.Walls;

public class RoomTests
{
    [Fact]
    public void EveryRoomKeepsToItsNeighbours() =>
        Assert.Empty(SourceFile.Below("src", "LambdaHooks").SelectMany(RoomCheck.Violations));

    [Fact]
    public void EveryRoomOfTheRulesHasFiles()
    {
        var folders = SourceFile.Below("src", "LambdaHooks").Select(f => f.Folder).ToHashSet();

        Assert.Empty(House.Rooms.Select(r => r.Name).Except(folders));
    }

    [Theory]
    [InlineData("Media", "using LambdaHooks.Answers;", "Media may not know Answers")]
    [InlineData("Media", "var answer = new LambdaHooks.Answers.Answer(worker);", "Media may not know Answers")]
    [InlineData("Media", "Answers.Answer? answer = null;", "Media may not know Answers")]
    [InlineData("Timeline", "using static LambdaHooks.Media.PeakFile;", "Timeline may not know Media")]
    [InlineData("Datasets", "using Wire = LambdaHooks.GroundTruth.LabelWire;", "Datasets may not know GroundTruth")]
    [InlineData("GroundTruth", "using LambdaHooks.Consolidation;", "GroundTruth may not know Consolidation")]
    [InlineData("Hooks", "using LambdaHooks.Folders;", "Hooks may not know Folders")]
    [InlineData("Hooks", "using Amazon.S3;", "Hooks may not name Amazon")]
    [InlineData("Hooks", "Console.WriteLine();", "Hooks may not name Console")]
    [InlineData("Hooks", "log($\"{Environment.MachineName}\");", "Hooks may not name Environment")]
    [InlineData("Hooks", "var bytes = System.IO.File.ReadAllBytes(path);", "Hooks may not name File")]
    [InlineData("Media", "var bytes = File.ReadAllBytes(path);", "Media may not name File")]
    [InlineData("Consolidation", "using System.Text.Json;", "Consolidation may not name System.Text.Json")]
    [InlineData("Consolidation", "Stream? stream = null;", "Consolidation may not name Stream")]
    [InlineData("Timeline", "global using System.Text;", "a global using opens every room")]
    public void ReachingThroughAWallIsFound(string room, string line, string complaint) =>
        Assert.Contains(RoomCheck.Violations(MadeUp(room, line)), v => v.Contains(complaint, StringComparison.Ordinal));

    [Theory]
    [InlineData("Timeline", "// LambdaHooks.Media explains why.")]
    [InlineData("Timeline", "/// <summary>See <see cref=\"LambdaHooks.Media.PeakFile\"/>.</summary>")]
    [InlineData("Consolidation", "var text = \"File\";")]
    [InlineData("Timeline", "var count = Media.Count;")]
    [InlineData("Consolidation", "using LambdaHooks.Answers;")]
    public void CommentsTextsAndOtherNamesAreNoWalls(string room, string line) => Assert.Empty(RoomCheck.Violations(MadeUp(room, line)));

    [Fact]
    public void AFileOutsideEveryRoomIsFound() =>
        Assert.Contains("'Attic' is no room", Assert.Single(RoomCheck.Violations(MadeUp("Attic", ""))), StringComparison.Ordinal);

    [Fact]
    public void AFileUnderAnotherRoomsNamespaceIsFound()
    {
        var file = SourceFile.Of("src/LambdaHooks/Timeline/Stray.cs", "namespace LambdaHooks.Hooks;");

        Assert.Contains(RoomCheck.Violations(file), v => v.Contains("declare 'namespace LambdaHooks.Timeline;'", StringComparison.Ordinal));
    }

    private static SourceFile MadeUp(string room, string line) =>
        SourceFile.Of($"src/LambdaHooks/{room}/MadeUp.cs", $"{line}\nnamespace LambdaHooks.{room};\n");
}
