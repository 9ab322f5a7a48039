using System.Security;
using LambdaHooks.Interop.Tests.Loopback;
using Microsoft.AspNetCore.Http;

namespace LambdaHooks.Interop.Tests.Roles;

/// <summary>Answers <c>AssumeRole</c> as the STS API reference prints it.</summary>
internal static class FakeSts
{
    public const string AccessKey = "ASIAEXAMPLE";
    public const string SessionToken = "session/token+of=the==role";

    public static Task<LoopbackServer> GrantingAsync() => LoopbackServer.StartAsync((_, context) => AnswerAsync(context, 200, $"""
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <AssumeRoleResult>
            <AssumedRoleUser>
              <Arn>arn:aws:sts::123456789012:assumed-role/labeling/lambdahooks</Arn>
              <AssumedRoleId>AROAEXAMPLE:lambdahooks</AssumedRoleId>
            </AssumedRoleUser>
            <Credentials>
              <AccessKeyId>{AccessKey}</AccessKeyId>
              <SecretAccessKey>secret-of-the-role</SecretAccessKey>
              <SessionToken>{SecurityElement.Escape(SessionToken)}</SessionToken>
              <Expiration>2036-01-01T00:00:00Z</Expiration>
            </Credentials>
          </AssumeRoleResult>
          <ResponseMetadata><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ResponseMetadata>
        </AssumeRoleResponse>
        """));

    public static Task<LoopbackServer> RefusingAsync() => LoopbackServer.StartAsync((_, context) => AnswerAsync(context, 403, """
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <Error>
            <Type>Sender</Type>
            <Code>AccessDenied</Code>
            <Message>User is not authorized to perform: sts:AssumeRole</Message>
          </Error>
          <RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId>
        </ErrorResponse>
        """));

    private static Task AnswerAsync(HttpContext context, int status, string xml)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml";
        return context.Response.WriteAsync(xml);
    }
}
