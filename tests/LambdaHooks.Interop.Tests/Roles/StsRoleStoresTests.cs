using System.Text;
using System.Web;
using LambdaHooks.Aws;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;
using LambdaHooks.Interop.Tests.Loopback;
using LambdaHooks.Interop.Tests.Programs;
using Microsoft.AspNetCore.Http;

namespace LambdaHooks.Interop.Tests.Roles;

public sealed class StsRoleStoresTests(S3Server s3)
{
    private const string Role = "arn:aws:iam::123456789012:role/labeling";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheRoleIsAskedForByItsNameAndForAsLongAsAnInvocationRuns()
    {
        await using var sts = await FakeSts.GrantingAsync();

        _ = await new StsRoleStores(new S3Settings(s3.Address, sts.Address)).AssumeAsync(Role, Cancel);

        var asked = HttpUtility.ParseQueryString(Encoding.UTF8.GetString(Assert.Single(sts.Seen).Body));
        Assert.Equal(("AssumeRole", Role, "900"), (asked["Action"], asked["RoleArn"], asked["DurationSeconds"]));
        Assert.NotEmpty(asked["RoleSessionName"]!);
    }

    [Fact]
    public async Task WhatFollowsIsSignedByTheRolesSession()
    {
        await using var sts = await FakeSts.GrantingAsync();
        await using var server = await LoopbackServer.StartAsync((_, context) => context.Response.WriteAsync("payload"));

        var store = await new StsRoleStores(new S3Settings(server.Address, sts.Address)).AssumeAsync(Role, Cancel);
        var payload = await store.ReadAllAsync(new ObjectUri("labels", "payload.json"), 100, Cancel);
        await store.WriteAsync(new ObjectUri("labels", "records.jsonl"), payload, "application/jsonl", null, Cancel);

        Assert.Equal(["GET", "PUT"], server.Seen.Select(r => r.Method));
        Assert.All(server.Seen, AssertSignedByTheSession);
    }

    [Fact]
    public async Task ARefusalNamesTheRole()
    {
        await using var sts = await FakeSts.RefusingAsync();

        var refused = await AssertRefusedAsync(sts.Address);

        Assert.Contains(Role, refused.Message, StringComparison.Ordinal);
        Assert.Contains("sts:AssumeRole", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnStsThatDropsTheConnectionIsNoMatterOfRights()
    {
        await using var sts = await LoopbackServer.StartAsync((_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var refused = await AssertRefusedAsync(sts.Address);

        Assert.Contains(Role, refused.Message, StringComparison.Ordinal);
        Assert.Contains("STS could not be reached", refused.Message, StringComparison.Ordinal);
    }

    private static void AssertSignedByTheSession(SeenRequest request)
    {
        Assert.Equal(FakeSts.SessionToken, request.Header("x-amz-security-token"));
        Assert.Contains($"Credential={FakeSts.AccessKey}/", request.Header("Authorization"), StringComparison.Ordinal);
        Assert.Contains("x-amz-security-token", request.Header("Authorization"), StringComparison.Ordinal);
    }

    private async Task<HookException> AssertRefusedAsync(Uri sts)
    {
        var refused = await Assert.ThrowsAsync<HookException>(() => new StsRoleStores(new S3Settings(s3.Address, sts)).AssumeAsync(Role, Cancel));
        Assert.Equal("roleArn", refused.Field);
        return refused;
    }
}
