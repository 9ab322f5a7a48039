using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace LambdaHooks.Function.Tests.Template;

/// <summary>What a node's functions refer to, and the text they give.</summary>
internal static partial class Substitution
{
    /// <summary>Names a node itself refers to: <c>Name</c> or <c>Name.Attribute</c>.</summary>
    public static IEnumerable<string> ReferencesOf(YamlNode node) => node.Function() switch
    {
        "!Ref" or "!GetAtt" => [node.Plain()],
        "!Sub" => Placeholder().Matches(node.Plain()).Select(m => m.Groups[1].Value),
        _ => [],
    };

    /// <summary>The text of a node.</summary>
    /// <param name="node">A scalar, or an <c>!If</c> of scalars.</param>
    /// <param name="valueOf">Value of a name.</param>
    /// <param name="holds">Whether a condition holds.</param>
    public static string Text(YamlNode node, Func<string, string> valueOf, Func<string, bool> holds) => node.Function() switch
    {
        "!Ref" or "!GetAtt" => valueOf(node.Plain()),
        "!Sub" => Placeholder().Replace(node.Plain(), m => valueOf(m.Groups[1].Value)),
        "!If" => Text(node.Items()[holds(node.Items()[0].Plain()) ? 1 : 2], valueOf, holds),
        null => node.Plain(),
        var other => throw new NotSupportedException($"{other} at line {node.Start.Line}"),
    };

    /// <summary>The text of a node with its names left in place.</summary>
    public static string Symbolic(YamlNode node) => Text(node, name => $"${{{name}}}", _ => throw new NotSupportedException("a condition inside a value"));

    [GeneratedRegex(@"\$\{([^!}]+)\}")]
    private static partial Regex Placeholder();
}
