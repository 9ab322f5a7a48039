using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Aws;

/// <summary>Stores that act as a labeling job's own role, assumed through STS.</summary>
/// <remarks>
/// Assuming a role from a function's role is role chaining, so a session lasts an hour at most; 15 minutes are asked for, the longest an
/// invocation can run.
/// </remarks>
/// <param name="settings">How to reach S3 and STS.</param>
public sealed class StsRoleStores(S3Settings settings) : IRoleStores
{
    private const int SessionSeconds = 900;

    /// <inheritdoc/>
    public async Task<IObjectStore> AssumeAsync(string roleArn, CancellationToken cancel)
    {
        var config = new AmazonSecurityTokenServiceConfig();
        if (settings.StsEndpoint is not null)
        {
            config.ServiceURL = settings.StsEndpoint.ToString();
        }

        using var sts = new AmazonSecurityTokenServiceClient(config);
        var request = new AssumeRoleRequest { RoleArn = roleArn, RoleSessionName = "lambdahooks", DurationSeconds = SessionSeconds };
        try
        {
            var role = await sts.AssumeRoleAsync(request, cancel).ConfigureAwait(false);
            var session = new SessionAWSCredentials(role.Credentials.AccessKeyId, role.Credentials.SecretAccessKey, role.Credentials.SessionToken);
            return new S3ObjectStore(settings, session);
        }
        catch (AmazonServiceException)
        {
            throw new HookException("roleArn", $"{roleArn} cannot be assumed; the function's role needs sts:AssumeRole on it, and it must trust the function's role");
        }
        catch (Exception e) when (e is AmazonClientException or HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new HookException("roleArn", $"{roleArn} cannot be assumed; STS could not be reached, or this process has no credentials");
        }
    }
}
