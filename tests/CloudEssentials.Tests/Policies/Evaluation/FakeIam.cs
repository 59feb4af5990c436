using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Policies.Evaluation;

/// <summary>Answers as IAM does for one user with a group and a boundary, and one role.</summary>
internal static class FakeIam
{
    private const string Account = "111122223333";

    public static LoopbackServer.Answer Answer(string? action, string? policyArn) => action switch
    {
        "GetUser" => Of(action, $"<User><Path>/</Path><UserName>alice</UserName><UserId>AIDAALICE</UserId><Arn>arn:aws:iam::{Account}:user/alice</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate>"
            + $"<PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType><PermissionsBoundaryArn>arn:aws:iam::{Account}:policy/Boundary</PermissionsBoundaryArn></PermissionsBoundary>"
            + "<Tags><member><Key>team</Key><Value>red</Value></member></Tags></User>"),
        "GetRole" => Of(action, $"<Role><Path>/service/</Path><RoleName>app</RoleName><RoleId>AROAAPP</RoleId><Arn>arn:aws:iam::{Account}:role/service/app</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate></Role>"),
        "ListGroupsForUser" => Of(action, "<Groups><member><GroupName>readers</GroupName></member></Groups><IsTruncated>false</IsTruncated>"),
        "ListUserPolicies" or "ListRolePolicies" => Of(action, "<PolicyNames><member>own</member></PolicyNames><IsTruncated>false</IsTruncated>"),
        "ListGroupPolicies" => Of(action, "<PolicyNames/><IsTruncated>false</IsTruncated>"),
        "ListAttachedUserPolicies" or "ListAttachedRolePolicies" => Of(action, "<AttachedPolicies/><IsTruncated>false</IsTruncated>"),
        "ListAttachedGroupPolicies" => Of(action, $"<AttachedPolicies><member><PolicyName>Team</PolicyName><PolicyArn>arn:aws:iam::{Account}:policy/Team</PolicyArn></member></AttachedPolicies><IsTruncated>false</IsTruncated>"),
        "GetUserPolicy" or "GetRolePolicy" => Of(action, $"<PolicyName>own</PolicyName><PolicyDocument>{Document("s3:GetObject", "arn:aws:s3:::photos/*")}</PolicyDocument>"),
        "GetPolicy" => Of(action, $"<Policy><PolicyName>{policyArn?.Split('/')[^1]}</PolicyName><Arn>{policyArn}</Arn><DefaultVersionId>v2</DefaultVersionId></Policy>"),
        "GetPolicyVersion" => Of(action, $"<PolicyVersion><VersionId>v2</VersionId><IsDefaultVersion>true</IsDefaultVersion><Document>{(policyArn!.EndsWith("Boundary", StringComparison.Ordinal) ? Document("s3:*", "*") : Document("*", "arn:aws:s3:::${aws:PrincipalTag/team}/*"))}</Document></PolicyVersion>"),
        _ => new($"<ErrorResponse><Error><Type>Sender</Type><Code>InvalidAction</Code><Message>{action}</Message></Error><RequestId>r</RequestId></ErrorResponse>", 400),
    };

    // IAM returns documents in URL encoding.
    private static string Document(string action, string resource) =>
        Uri.EscapeDataString($$"""{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "{{action}}", "Resource": "{{resource}}" } }""");

    private static LoopbackServer.Answer Of(string action, string result) => new(
        $"""<{action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><{action}Result>{result}</{action}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{action}Response>""");
}
