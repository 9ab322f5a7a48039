using System.Globalization;
using System.Text.RegularExpressions;
using LambdaHooks.Hooks;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Function.Tests.Template;

public sealed class SamTemplateTests
{
    private const int LongestFunctionName = 64;

    private static readonly SamTemplate Template = SamTemplate.Load();

    /// <summary>Functions that the managed policy AmazonSageMakerGroundTruthExecution lets Ground Truth invoke.</summary>
    private static readonly string[] InvokedNames = ["GtRecipe", "LabelingFunction", "SageMaker", "sagemaker", "Sagemaker"];

    private static readonly string[] PseudoParameters = ["AWS::NoValue", "AWS::Partition", "AWS::Region", "AWS::URLSuffix"];

    private static readonly string[] KnownFunctions = ["!Ref", "!Sub", "!GetAtt", "!If", "!Equals", "!Not"];

    private static readonly string[] TypesWithArn = ["AWS::Serverless::Function", "AWS::IAM::Role", "AWS::Logs::LogGroup"];

    private static readonly Dictionary<string, string> Given = new()
    {
        ["NamePrefix"] = new('x', int.Parse(Template.Parameters["NamePrefix"].At("MaxLength").Plain(), CultureInfo.InvariantCulture)),
        ["MediaBucket"] = "media-bucket",
        ["OutputBucket"] = "output-bucket",
        ["StateBucket"] = "state-bucket",
        ["StatePrefix"] = "lambdahooks/state",
        ["MeasureLoudness"] = Template.Parameters["MeasureLoudness"].At("Default").Plain(),
        ["UrlLifetimeSeconds"] = Template.Parameters["UrlLifetimeSeconds"].At("Default").Plain(),
    };

    public static TheoryData<string> EachFunction => [.. Template.Functions];

    [Fact]
    public void EveryReferenceLeadsToAParameterOrAResource() =>
        Assert.All(Template.Root.Descendants(), node => Assert.All(Substitution.ReferencesOf(node), AssertLeadsSomewhere));

    [Fact]
    public void EveryConditionThatIsAskedForExists()
    {
        var asked = Template.Root.Descendants().Where(n => n.Function() == "!If").Select(n => n.Items()[0].Plain()).Distinct();

        Assert.Equal(Template.Conditions.Keys.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NoFunctionIsUsedThatTheseTestsCannotFollow() =>
        Assert.All(Template.Root.Descendants().Select(n => n.Function()).OfType<string>(), f => Assert.Contains(f, KnownFunctions));

    [Fact]
    public void EveryParameterIsUsed()
    {
        var used = Template.Root.Descendants().SelectMany(Substitution.ReferencesOf).ToHashSet();

        Assert.All(Template.Parameters.Keys, name => Assert.Contains(name, used));
    }

    [Theory]
    [MemberData(nameof(EachFunction))]
    public void GroundTruthsManagedPolicyMayInvokeItHoweverLongThePrefix(string function)
    {
        var name = Text(Template.FunctionProperty(function, "FunctionName"));

        Assert.Contains(InvokedNames, part => name.Contains(part, StringComparison.Ordinal));
        Assert.InRange(name.Length, Given["NamePrefix"].Length + 1, LongestFunctionName);
    }

    [Fact]
    public void OneMoreCharacterOfPrefixWouldBeTooMuch() =>
        Assert.Equal(LongestFunctionName, Template.Functions.Max(f => Text(Template.FunctionProperty(f, "FunctionName")).Length));

    [Theory]
    [MemberData(nameof(EachFunction))]
    public void ItsLogGroupIsTheOneOfItsNameAndHasAnEnd(string function)
    {
        var group = Template.Properties(Template.FunctionProperty(function, "LoggingConfig").At("LogGroup").Plain());

        Assert.Equal($"/aws/lambda/{Text(Template.FunctionProperty(function, "FunctionName"))}", Text(group.At("LogGroupName")));
        Assert.Equal("${LogRetentionDays}", Substitution.Symbolic(group.At("RetentionInDays")));
    }

    [Theory]
    [MemberData(nameof(EachFunction))]
    public void ItIsBuiltByATargetOfTheMakefile(string function)
    {
        Assert.Equal("makefile", Template.Resources[function].At("Metadata").At("BuildMethod").Plain());
        Assert.Equal("src/", Template.FunctionProperty(function, "CodeUri").Plain());
        var targets = File.ReadLines(Checkout.Path("src", "Makefile")).Where(l => l.StartsWith("build-", StringComparison.Ordinal)).SelectMany(l => l.Split(':')[0].Split(' '));
        Assert.Contains($"build-{function}", targets);
    }

    [Theory]
    [MemberData(nameof(EachFunction))]
    public void ItRunsWhereTheNativeProgramRuns(string function)
    {
        Assert.Equal("provided.al2023", Template.FunctionProperty(function, "Runtime").Plain());
        Assert.Equal(["x86_64"], Template.FunctionProperty(function, "Architectures").Items().Select(a => a.Plain()));
    }

    [Theory]
    [InlineData("PreAnnotationFunction", typeof(PreAnnotationHook))]
    [InlineData("PostAnnotationFunction", typeof(PostAnnotationHook))]
    public void ItsHandlerAndSettingsMakeTheHookItIsNamedFor(string function, Type hook)
    {
        foreach (var conditionsHold in (bool[])[false, true])
        {
            var variables = Template.Environment(function).ToDictionary(v => v.Key, v => Text(v.Value, conditionsHold));

            Assert.IsType(hook, Composition.Compose(Handler(function), new EnvironmentSettings(variables.GetValueOrDefault), TimeProvider.System));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheJobsRoleIsAssumedExactlyWhenItIsGiven(bool given)
    {
        var variables = Template.Environment("PostAnnotationFunction").ToDictionary(v => v.Key, v => Text(v.Value, given));

        Assert.Equal(given, new EnvironmentSettings(variables.GetValueOrDefault).PostAnnotation().AssumeJobRole);
    }

    [Theory]
    [MemberData(nameof(EachFunction))]
    public void ItsVariablesAreExactlyThoseItsHookReads(string function)
    {
        var read = new HashSet<string>();
        var settings = new EnvironmentSettings(name =>
        {
            read.Add(name);
            return name switch { "STATE_LOCATION" => "s3://state/prefix", "MEDIA_BUCKETS" => "media", "LOCAL_BUCKETS" => "media=folder", _ => null };
        });
        _ = Composition.Compose(Handler(function), settings, TimeProvider.System);

        // Names that begin with AWS_ are AWS's own: they lead every SDK to another endpoint, and a deployed function needs none. The paths are the runtime's.
        Assert.Equal(read.Where(n => n is not ("PATH" or "LD_LIBRARY_PATH") && !n.StartsWith("AWS_", StringComparison.Ordinal)).Order(StringComparer.Ordinal), Template.Environment(function).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void UrlLifetimesHaveTheProgramsOwnDefaultAndLimits()
    {
        var lifetime = Template.Parameters["UrlLifetimeSeconds"];

        Assert.Equal(PreAnnotationSettings.DefaultUrlLifetime, Seconds(lifetime.At("Default").Plain()));
        Assert.Equal(PreAnnotationSettings.LongestUrlLifetime, Seconds(lifetime.At("MaxValue").Plain()));
        Assert.Equal("1", lifetime.At("MinValue").Plain());
    }

    [Theory]
    [InlineData("NamePrefix", "", false)]
    [InlineData("NamePrefix", "team-a_hooks", true)]
    [InlineData("NamePrefix", "a.b", false)]
    [InlineData("MediaBucket", "*", false)]
    [InlineData("MediaBucket", "my-media.example", true)]
    [InlineData("OutputBucket", "out*", false)]
    [InlineData("OutputBucket", "my-output", true)]
    [InlineData("StateBucket", "state/*", false)]
    [InlineData("StateBucket", "my-state", true)]
    [InlineData("StatePrefix", "", false)]
    [InlineData("StatePrefix", "*", false)]
    [InlineData("StatePrefix", "/a", false)]
    [InlineData("StatePrefix", "a/", false)]
    [InlineData("StatePrefix", "a/../b", false)]
    [InlineData("StatePrefix", "a/b_c-1", true)]
    [InlineData("AssumeJobRoleArn", "", true)]
    [InlineData("AssumeJobRoleArn", "*", false)]
    [InlineData("AssumeJobRoleArn", "arn:aws:iam::123456789012:role/*", false)]
    [InlineData("AssumeJobRoleArn", "arn:aws:iam::123456789012:role/service-role/GroundTruth", true)]
    [InlineData("KmsKeyArn", "", true)]
    [InlineData("KmsKeyArn", "arn:aws:kms:eu-west-1:123456789012:key/*", false)]
    [InlineData("KmsKeyArn", "arn:aws-cn:kms:cn-north-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab", true)]
    public void NoParameterCanWidenWhatARoleMayDo(string parameter, string value, bool allowed) =>
        Assert.Equal(allowed, Regex.IsMatch(value, $"^(?:{Template.Parameters[parameter].At("AllowedPattern").Plain()})$"));

    private static string Handler(string function) => Template.FunctionProperty(function, "Handler").Plain();

    private static string Text(YamlDotNet.RepresentationModel.YamlNode node, bool conditionsHold = false) =>
        Substitution.Text(node, name => Given[name], _ => conditionsHold);

    private static TimeSpan Seconds(string number) => TimeSpan.FromSeconds(int.Parse(number, CultureInfo.InvariantCulture));

    private static void AssertLeadsSomewhere(string reference)
    {
        if (reference.Split('.') is [var resource, var attribute])
        {
            Assert.Equal("Arn", attribute);
            Assert.Contains(Template.Resources[resource].At("Type").Plain(), TypesWithArn);
        }
        else
        {
            Assert.Contains(reference, (IEnumerable<string>)[.. PseudoParameters, .. Template.Parameters.Keys, .. Template.Resources.Keys]);
        }
    }
}
