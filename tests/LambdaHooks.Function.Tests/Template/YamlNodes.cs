using YamlDotNet.RepresentationModel;

namespace LambdaHooks.Function.Tests.Template;

/// <summary>Reading YAML nodes, and the functions of CloudFormation that stand in their tags.</summary>
internal static class YamlNodes
{
    /// <summary>CloudFormation's short form of a function, such as <c>!Ref</c>; null for a plain node.</summary>
    public static string? Function(this YamlNode node) =>
        !node.Tag.IsEmpty && node.Tag.Value.StartsWith('!') && node.Tag.Value.Length > 1 ? node.Tag.Value : null;

    public static string Plain(this YamlNode node) => ((YamlScalarNode)node).Value!;

    public static YamlNode At(this YamlNode node, string key) =>
        node.Find(key) ?? throw new KeyNotFoundException($"the template has no {key} at line {node.Start.Line}");

    public static YamlNode? Find(this YamlNode node, string key) => ((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    public static Dictionary<string, YamlNode> Members(this YamlNode node) =>
        ((YamlMappingNode)node).Children.ToDictionary(m => m.Key.Plain(), m => m.Value);

    /// <summary>A list's items, or the one item that stands for a list.</summary>
    public static IList<YamlNode> Items(this YamlNode node) => node is YamlSequenceNode list ? list.Children : [node];

    public static IEnumerable<YamlNode> Descendants(this YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(m => m.Key.Descendants().Concat(m.Value.Descendants())).Prepend(node),
        YamlSequenceNode list => list.Children.SelectMany(Descendants).Prepend(node),
        _ => [node],
    };
}
