using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>How IAM's entities are answered.</summary>
internal static class IamView
{
    public static JsonObject User(IamUser user, bool whole) => new()
    {
        ["Path"] = user.Path,
        ["UserName"] = user.Name,
        ["UserId"] = user.Id,
        ["Arn"] = user.Arn,
        ["CreateDate"] = user.Created,
        ["PasswordLastUsed"] = user.PasswordLastUsed,
        // Lists leave out what only a single answer has.
        ["PermissionsBoundary"] = whole ? Boundary(user.PermissionsBoundary) : null,
        ["Tags"] = whole ? IamTags.Write(user.Tags) : null,
    };

    public static JsonObject Group(IamGroup group) => new()
    {
        ["Path"] = group.Path,
        ["GroupName"] = group.Name,
        ["GroupId"] = group.Id,
        ["Arn"] = group.Arn,
        ["CreateDate"] = group.Created,
    };

    public static JsonObject Role(IamRole role, bool whole) => new()
    {
        ["Path"] = role.Path,
        ["RoleName"] = role.Name,
        ["RoleId"] = role.Id,
        ["Arn"] = role.Arn,
        ["CreateDate"] = role.Created,
        ["AssumeRolePolicyDocument"] = Document(role.TrustPolicy),
        ["Description"] = role.Description,
        ["MaxSessionDuration"] = role.MaxSessionDuration,
        ["PermissionsBoundary"] = whole ? Boundary(role.PermissionsBoundary) : null,
        ["Tags"] = whole ? IamTags.Write(role.Tags) : null,
        ["RoleLastUsed"] = whole ? LastUsed(role) : null,
    };

    public static JsonObject Policy(IamState iam, IamPolicy policy, bool whole) => new()
    {
        ["PolicyName"] = policy.Name,
        ["PolicyId"] = policy.Id,
        ["Arn"] = policy.Arn,
        ["Path"] = policy.Path,
        ["DefaultVersionId"] = policy.DefaultVersion,
        ["AttachmentCount"] = iam.Use.Attachments(policy.Arn),
        ["PermissionsBoundaryUsageCount"] = iam.Use.Boundaries(policy.Arn),
        ["IsAttachable"] = true,
        ["Description"] = whole ? policy.Description : null,
        ["CreateDate"] = policy.Created,
        ["UpdateDate"] = policy.Updated,
        ["Tags"] = whole ? IamTags.Write(policy.Tags) : null,
    };

    public static JsonObject Version(IamPolicy policy, IamPolicyVersion version, bool withDocument) => new()
    {
        ["Document"] = withDocument ? Document(version.Document) : null,
        ["VersionId"] = version.Id,
        ["IsDefaultVersion"] = version.Id == policy.DefaultVersion,
        ["CreateDate"] = version.Created,
    };

    public static JsonObject InstanceProfile(IamState iam, IamInstanceProfile profile, bool withTags = true) => new()
    {
        ["Path"] = profile.Path,
        ["InstanceProfileName"] = profile.Name,
        ["InstanceProfileId"] = profile.Id,
        ["Arn"] = profile.Arn,
        ["CreateDate"] = profile.Created,
        ["Roles"] = profile.RoleName is not null && iam.Roles.TryGetSeen(profile.RoleName, out IamRole? role)
            ? new JsonArray(Role(role, whole: false))
            : [],
        ["Tags"] = withTags ? IamTags.Write(profile.Tags) : null,
    };

    public static JsonObject ServerCertificate(IamServerCertificate certificate) => new()
    {
        ["Path"] = certificate.Path,
        ["ServerCertificateName"] = certificate.Name,
        ["ServerCertificateId"] = certificate.Id,
        ["Arn"] = certificate.Arn,
        ["UploadDate"] = certificate.Uploaded,
        ["Expiration"] = certificate.Expires,
    };

    public static JsonObject SigningCertificate(OperationCall call, IamSigningCertificate certificate) => new()
    {
        ["UserName"] = certificate.UserName ?? call.AccountId,
        ["CertificateId"] = certificate.Id,
        ["CertificateBody"] = certificate.Body,
        ["Status"] = certificate.IsActive ? "Active" : "Inactive",
        ["UploadDate"] = certificate.Uploaded,
    };

    /// <summary>The root user, where IAM answers it as a user.</summary>
    public static JsonObject Root(OperationCall call) => new()
    {
        ["UserId"] = call.AccountId,
        ["Arn"] = $"arn:{call.Partition}:iam::{call.AccountId}:root",
        ["CreateDate"] = call.State.Account.Value.Created,
        ["PasswordLastUsed"] = IamState.Of(call.State).Root.Seen.PasswordLastUsed,
    };

    /// <summary>A policy as IAM gives it back: percent-encoded as RFC 3986 says.</summary>
    public static string Document(string document) => Uri.EscapeDataString(document);

    public static JsonObject? Boundary(string? arn) => arn is null
        ? null
        : new() { ["PermissionsBoundaryType"] = "Policy", ["PermissionsBoundaryArn"] = arn };

    public static JsonObject LastUsed(IamRole role) => role.LastUsed is null
        ? []
        : new() { ["LastUsedDate"] = role.LastUsed, ["Region"] = role.LastUsedRegion };
}
