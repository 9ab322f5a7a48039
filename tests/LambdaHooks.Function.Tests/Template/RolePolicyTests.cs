namespace LambdaHooks.Function.Tests.Template;

public sealed class RolePolicyTests
{
    private const string Media = "arn:${AWS::Partition}:s3:::${MediaBucket}";
    private const string Output = "arn:${AWS::Partition}:s3:::${OutputBucket}";
    private const string State = "arn:${AWS::Partition}:s3:::${StateBucket}/${StatePrefix}";
    private const string S3 = "s3.${AWS::Region}.${AWS::URLSuffix}";

    private static readonly SamTemplate Template = SamTemplate.Load();

    private static readonly Grant[] Traces = [new("", "xray:PutTraceSegments", "*"), new("", "xray:PutTelemetryRecords", "*")];

    private static readonly Grant[] Key =
    [
        new("HasKmsKey", "kms:Decrypt", "${KmsKeyArn}", S3),
        new("HasKmsKey", "kms:GenerateDataKey", "${KmsKeyArn}", S3),
    ];

    [Fact]
    public void PreAnnotationReadsMediaAndKeepsStateAndNothingElse() => AssertGrants(
        "PreAnnotationRole",
        [
            new("", "s3:GetObject", $"{Media}/*"),
            new("", "s3:ListBucket", Media),
            new("", "s3:GetObject", $"{State}/*"),
            new("", "s3:PutObject", $"{State}/*"),
            new("", "logs:CreateLogStream", "${PreAnnotationLogGroup.Arn}"),
            new("", "logs:PutLogEvents", "${PreAnnotationLogGroup.Arn}"),
            .. Key,
            .. Traces,
        ]);

    [Fact]
    public void PostAnnotationReadsContextsAndEitherActsAsTheJobOrReachesItsOutputAndNothingElse() => AssertGrants(
        "PostAnnotationRole",
        [
            new("", "s3:GetObject", $"{State}/context/*"),
            new("", "s3:GetObject", $"{State}/known/*"),
            new("AssumesJobRole", "sts:AssumeRole", "${AssumeJobRoleArn}"),
            new("!AssumesJobRole", "s3:GetObject", $"{Output}/*"),
            new("!AssumesJobRole", "s3:PutObject", $"{Output}/*/lambdahooks/*"),
            new("", "logs:CreateLogStream", "${PostAnnotationLogGroup.Arn}"),
            new("", "logs:PutLogEvents", "${PostAnnotationLogGroup.Arn}"),
            .. Key,
            .. Traces,
        ]);

    [Fact]
    public void NoActionIsAWildcardAndOnlyTracingHasNoResource()
    {
        var grants = Template.Roles.SelectMany(r => RolePolicy.GrantsOf(Template, r)).ToArray();

        Assert.NotEmpty(grants);
        Assert.All(grants, g => Assert.DoesNotContain('*', g.Action));
        Assert.All(grants.Where(g => g.Resource.StartsWith('*')), g => Assert.StartsWith("xray:", g.Action, StringComparison.Ordinal));
    }

    [Fact]
    public void EachFunctionHasARoleOfItsOwnThatOnlyLambdaMayTake()
    {
        Assert.Equal(["PreAnnotationRole.Arn", "PostAnnotationRole.Arn"], Template.Functions.Select(f => Template.FunctionProperty(f, "Role").Plain()));
        Assert.All(Template.Roles, role =>
        {
            var statement = Assert.Single(Template.Properties(role).At("AssumeRolePolicyDocument").At("Statement").Items());
            Assert.Equal("sts:AssumeRole", statement.At("Action").Plain());
            Assert.Equal("lambda.amazonaws.com", statement.At("Principal").At("Service").Plain());
        });
    }

    [Fact]
    public void NothingAddsToWhatTheRolesSay()
    {
        Assert.All(Template.Roles, role => Assert.Null(Template.Properties(role).Find("ManagedPolicyArns")));
        Assert.All(Template.Functions, function => Assert.Null(Template.Properties(function).Find("Policies")));
    }

    private static void AssertGrants(string role, Grant[] expected) =>
        Assert.Equal(expected.Select(g => $"{g}").Order(StringComparer.Ordinal), RolePolicy.GrantsOf(Template, role).Select(g => $"{g}").Order(StringComparer.Ordinal));
}
