using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Connections;

/// <summary>Answers as the Security Token Service does.</summary>
internal static class FakeSts
{
    private const string _namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public static LoopbackServer.Answer Identity(string account = "111122223333") => new($"""
        <GetCallerIdentityResponse xmlns="{_namespace}"><GetCallerIdentityResult>
        <Arn>arn:aws:iam::{account}:user/test</Arn><UserId>AIDATEST</UserId><Account>{account}</Account>
        </GetCallerIdentityResult><ResponseMetadata><RequestId>11111111-2222-3333-4444-555555555555</RequestId></ResponseMetadata></GetCallerIdentityResponse>
        """);

    public static LoopbackServer.Answer Role(string accessKey, TimeSpan life) => new($"""
        <AssumeRoleResponse xmlns="{_namespace}"><AssumeRoleResult>
        <AssumedRoleUser><Arn>arn:aws:sts::111122223333:assumed-role/Auditor/s</Arn><AssumedRoleId>AROATEST:s</AssumedRoleId></AssumedRoleUser>
        <Credentials><AccessKeyId>{accessKey}</AccessKeyId><SecretAccessKey>role-secret</SecretAccessKey><SessionToken>role-token</SessionToken>
        <Expiration>{DateTime.UtcNow + life:yyyy-MM-ddTHH:mm:ssZ}</Expiration></Credentials>
        </AssumeRoleResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></AssumeRoleResponse>
        """);

    public static LoopbackServer.Answer Error(string code, string message, int status = 403) => new($"""
        <ErrorResponse xmlns="{_namespace}"><Error><Type>Sender</Type><Code>{code}</Code><Message>{System.Security.SecurityElement.Escape(message)}</Message></Error>
        <RequestId>11111111-2222-3333-4444-555555555555</RequestId></ErrorResponse>
        """, status);
}
