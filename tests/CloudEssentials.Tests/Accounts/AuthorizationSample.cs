using System.Text;
using CloudEssentials.Accounts;

namespace CloudEssentials.Tests.Accounts;

/// <summary>Makes an account's authorization of a few words: policies as statements in JSON.</summary>
internal sealed class AuthorizationSample
{
    public const string AccountId = "111122223333";

    private readonly List<string> _users = [], _groups = [], _roles = [], _policies = [];

    public AuthorizationSample User(string name, string[]? groups = null, (string Name, string Statement)[]? inline = null, string[]? attached = null, string? boundary = null, string? tag = null)
    {
        _users.Add($$"""
            { "Path": "/", "UserName": "{{name}}", "UserId": "AIDA{{name.ToUpperInvariant()}}", "Arn": "{{Arn("user", name)}}", "GroupList": [{{string.Join(',', (groups ?? []).Select(group => $"\"{group}\""))}}],
              "UserPolicyList": [{{Inline(inline)}}], "AttachedManagedPolicies": [{{Attached(attached)}}]{{Boundary(boundary)}}{{(tag is null ? "" : $$""", "Tags": [ { "Key": "team", "Value": "{{tag}}" } ]""")}} }
            """);
        return this;
    }

    public AuthorizationSample Group(string name, (string Name, string Statement)[]? inline = null, string[]? attached = null)
    {
        _groups.Add($$"""{ "Path": "/", "GroupName": "{{name}}", "GroupId": "AGPA{{name.ToUpperInvariant()}}", "Arn": "{{Arn("group", name)}}", "GroupPolicyList": [{{Inline(inline)}}], "AttachedManagedPolicies": [{{Attached(attached)}}] }""");
        return this;
    }

    public AuthorizationSample Role(string name, string trustedService = "ec2.amazonaws.com", (string Name, string Statement)[]? inline = null, string[]? attached = null, string? boundary = null)
    {
        _roles.Add($$"""
            { "Path": "/", "RoleName": "{{name}}", "RoleId": "AROA{{name.ToUpperInvariant()}}", "Arn": "{{Arn("role", name)}}",
              "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "{{trustedService}}" }, "Action": "sts:AssumeRole" } ] },
              "RolePolicyList": [{{Inline(inline)}}], "AttachedManagedPolicies": [{{Attached(attached)}}]{{Boundary(boundary)}} }
            """);
        return this;
    }

    public AuthorizationSample Policy(string name, string statement)
    {
        _policies.Add($$"""
            { "PolicyName": "{{name}}", "PolicyId": "ANPA{{name.ToUpperInvariant()}}", "Arn": "{{Arn("policy", name)}}", "Path": "/", "DefaultVersionId": "v1", "AttachmentCount": 1, "IsAttachable": true,
              "PolicyVersionList": [ { "VersionId": "v1", "IsDefaultVersion": true, "Document": {{Document(statement)}} } ] }
            """);
        return this;
    }

    public static string Arn(string kind, string name) => $"arn:aws:iam::{AccountId}:{kind}/{name}";

    public AccountAuthorization Read() => AccountAuthorization.Parse(ToString());

    public override string ToString() => new StringBuilder()
        .Append("{ \"UserDetailList\": [").AppendJoin(',', _users)
        .Append("], \"GroupDetailList\": [").AppendJoin(',', _groups)
        .Append("], \"RoleDetailList\": [").AppendJoin(',', _roles)
        .Append("], \"Policies\": [").AppendJoin(',', _policies)
        .Append("] }").ToString();

    private static string Document(string statement) => statement.StartsWith('"') ? statement : $$"""{ "Version": "2012-10-17", "Statement": [ {{statement}} ] }""";

    private static string Inline((string Name, string Statement)[]? policies) =>
        string.Join(',', (policies ?? []).Select(policy => $$"""{ "PolicyName": "{{policy.Name}}", "PolicyDocument": {{Document(policy.Statement)}} }"""));

    private static string Attached(string[]? policies) => string.Join(',', (policies ?? []).Select(policy =>
        $$"""{ "PolicyName": "{{policy[(policy.LastIndexOf('/') + 1)..]}}", "PolicyArn": "{{(policy.StartsWith("arn:", StringComparison.Ordinal) ? policy : Arn("policy", policy))}}" }"""));

    private static string Boundary(string? policy) => policy is null ? "" : $$""", "PermissionsBoundary": { "PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": "{{Arn("policy", policy)}}" }""";
}
