using YamlDotNet.RepresentationModel;

namespace LambdaHooks.Function.Tests.Template;

/// <summary>One thing a role may do.</summary>
/// <param name="When">Condition of the template under which it is granted, a <c>!</c> in front where it must not hold; empty for always.</param>
/// <param name="Action">The action.</param>
/// <param name="Resource">On what.</param>
/// <param name="Through">Service the call must come through; empty for any way.</param>
internal sealed record Grant(string When, string Action, string Resource, string Through = "");

/// <summary>Everything a role of the template may do.</summary>
internal static class RolePolicy
{
    private static readonly string[] StatementKeys = ["Sid", "Effect", "Action", "Resource", "Condition"];

    public static IReadOnlyList<Grant> GrantsOf(SamTemplate template, string role) =>
    [
        .. template.Properties(role).At("Policies").Items()
            .SelectMany(p => p.At("PolicyDocument").At("Statement").Items())
            .SelectMany(GrantsOf),
    ];

    private static IEnumerable<Grant> GrantsOf(YamlNode statement)
    {
        if (statement.Function() != "!If")
        {
            return GrantsOf("", statement);
        }

        var (condition, then, otherwise) = (statement.Items()[0].Plain(), statement.Items()[1], statement.Items()[2]);
        return (IsNothing(then) ? [] : GrantsOf(condition, then)).Concat(IsNothing(otherwise) ? [] : GrantsOf($"!{condition}", otherwise));
    }

    private static IEnumerable<Grant> GrantsOf(string when, YamlNode statement)
    {
        Assert.All(statement.Members().Keys, key => Assert.Contains(key, StatementKeys));
        Assert.Equal("Allow", statement.At("Effect").Plain());
        var through = statement.Find("Condition") is { } condition ? Substitution.Symbolic(condition.At("StringEquals").At("kms:ViaService")) : "";
        return
            from action in statement.At("Action").Items()
            from resource in statement.At("Resource").Items()
            select new Grant(when, action.Plain(), Substitution.Symbolic(resource), through);
    }

    private static bool IsNothing(YamlNode node) => node.Function() == "!Ref" && node.Plain() == "AWS::NoValue";
}
