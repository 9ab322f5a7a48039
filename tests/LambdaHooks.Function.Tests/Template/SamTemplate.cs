using LambdaHooks.Tests.Shared;
using YamlDotNet.RepresentationModel;

namespace LambdaHooks.Function.Tests.Template;

/// <summary><c>template.yaml</c> of the checkout.</summary>
internal sealed class SamTemplate
{
    private SamTemplate(YamlMappingNode root)
    {
        Root = root;
        Parameters = Section("Parameters");
        Conditions = Section("Conditions");
        Resources = Section("Resources");
    }

    public YamlMappingNode Root { get; }

    public IReadOnlyDictionary<string, YamlNode> Parameters { get; }

    public IReadOnlyDictionary<string, YamlNode> Conditions { get; }

    public IReadOnlyDictionary<string, YamlNode> Resources { get; }

    /// <summary>Logical ids of the functions.</summary>
    public IEnumerable<string> Functions => Resources.Where(r => r.Value.At("Type").Plain() == "AWS::Serverless::Function").Select(r => r.Key);

    /// <summary>Logical ids of the roles.</summary>
    public IEnumerable<string> Roles => Resources.Where(r => r.Value.At("Type").Plain() == "AWS::IAM::Role").Select(r => r.Key);

    public static SamTemplate Load()
    {
        using var reader = new StreamReader(Checkout.Path("template.yaml"));
        var stream = new YamlStream();
        stream.Load(reader);
        return new SamTemplate((YamlMappingNode)stream.Documents.Single().RootNode);
    }

    public YamlNode Properties(string resource) => Resources[resource].At("Properties");

    /// <summary>A property of a function, or what all functions have in common.</summary>
    public YamlNode FunctionProperty(string function, string property) =>
        Properties(function).Find(property) ?? Root.At("Globals").At("Function").At(property);

    /// <summary>Environment variables of a function, its own and those of all.</summary>
    public Dictionary<string, YamlNode> Environment(string function) =>
        Variables(Root.At("Globals").At("Function")).Concat(Variables(Properties(function))).ToDictionary();

    private static Dictionary<string, YamlNode> Variables(YamlNode owner) => owner.At("Environment").At("Variables").Members();

    private Dictionary<string, YamlNode> Section(string name) => Root.At(name).Members();
}
