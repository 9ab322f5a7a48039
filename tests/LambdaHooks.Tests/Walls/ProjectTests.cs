using System.Xml.Linq;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Tests.Walls;

public class ProjectTests
{
    private static readonly string[] EnvironmentReaders = ["LambdaHooks.Function", "LambdaHooks.Cli"];

    [Fact]
    public void TheCoreReferencesNoProject() => Assert.Empty(References("LambdaHooks", "ProjectReference"));

    [Fact]
    public void TheCoreTakesOnePackage() => Assert.Equal(["System.Numerics.Tensors"], References("LambdaHooks", "PackageReference"));

    [Fact]
    public void TheCloudAdaptersReferenceTheCoreAndNoOtherProject() =>
        Assert.Equal(["../LambdaHooks/LambdaHooks.csproj"], References("LambdaHooks.Aws", "ProjectReference"));

    [Fact]
    public void OnlyCompositionRootsReadTheEnvironment() => Assert.Empty(ReadersOfTheEnvironment(SourceFile.Below("src")));

    [Fact]
    public void ReadingTheEnvironmentElsewhereIsFound()
    {
        var text = "var place = Environment.GetEnvironmentVariable(name);";
        SourceFile[] files = [SourceFile.Of("src/LambdaHooks.Aws/MadeUp.cs", text), SourceFile.Of("src/LambdaHooks.Cli/MadeUp.cs", text)];

        Assert.StartsWith("src/LambdaHooks.Aws/MadeUp.cs:", Assert.Single(ReadersOfTheEnvironment(files)), StringComparison.Ordinal);
    }

    [Fact]
    public void WireShapesHaveOneSerializerContext() =>
        Assert.Equal(["src/LambdaHooks/GroundTruth/WireContext.cs"], SourceFile.Below("src").Where(DeclaresASerializerContext).Select(f => f.Place));

    private static bool DeclaresASerializerContext(SourceFile file) => file.Code.Contains(": JsonSerializerContext", StringComparison.Ordinal);

    private static IEnumerable<string> ReadersOfTheEnvironment(IEnumerable<SourceFile> files) => files
        .Where(f => !EnvironmentReaders.Contains(f.Project))
        .Where(f => f.Code.Contains("GetEnvironmentVariable", StringComparison.Ordinal) || f.Code.Contains("ExpandEnvironmentVariables", StringComparison.Ordinal))
        .Select(f => $"{f.Place}: read settings in a composition root ({string.Join(" or ", EnvironmentReaders)}) and pass them in.");

    private static string[] References(string project, string element) =>
        [.. XDocument.Load(Checkout.Path("src", project, $"{project}.csproj")).Descendants(element).Select(r => r.Attribute("Include")!.Value.Replace('\\', '/'))];
}
