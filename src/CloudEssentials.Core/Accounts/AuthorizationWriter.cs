using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CloudEssentials.Policies;

namespace CloudEssentials.Accounts;

/// <summary>Writes an account's authorization as the AWS CLI prints it.</summary>
internal static class AuthorizationWriter
{
    /// <summary>The member that names the account.</summary>
    internal const string AccountIdName = "AccountId";

    public static string Write(AccountAuthorization account)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            // AWS's own answer has no such member; an account in which there is nobody could not be told otherwise.
            json.WriteString(AccountIdName, account.AccountId);
            List(json, "UserDetailList", account.Users, User);
            List(json, "GroupDetailList", account.Groups, Group);
            List(json, "RoleDetailList", account.Roles, Role);
            List(json, "Policies", account.Policies, Policy);
            json.WriteBoolean("IsTruncated", false);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void User(Utf8JsonWriter json, IamUser user)
    {
        Head(json, user, "UserName", "UserId", user.UserId);
        json.WriteStartArray("GroupList");
        foreach (string group in user.Groups)
            json.WriteStringValue(group);
        json.WriteEndArray();
        Identity(json, user, "UserPolicyList");
    }

    private static void Group(Utf8JsonWriter json, IamGroup group)
    {
        Head(json, group, "GroupName", "GroupId", group.GroupId);
        Identity(json, group, "GroupPolicyList");
    }

    private static void Role(Utf8JsonWriter json, IamRole role)
    {
        Head(json, role, "RoleName", "RoleId", role.RoleId);
        Document(json, "AssumeRolePolicyDocument", role.AssumeRolePolicyDocument);
        List(json, "InstanceProfileList", role.InstanceProfiles, Profile);
        Identity(json, role, "RolePolicyList");
        json.WriteStartObject("RoleLastUsed");
        Date(json, "LastUsedDate", role.LastUsedDate);
        if (role.LastUsedRegion is { } region)
            json.WriteString("Region", region);
        json.WriteEndObject();
    }

    private static void Profile(Utf8JsonWriter json, IamInstanceProfile profile)
    {
        Head(json, profile, "InstanceProfileName", "InstanceProfileId", profile.InstanceProfileId);
        List(json, "Roles", profile.Roles, static (json, role) => json.WriteString("RoleName", role));
    }

    private static void Policy(Utf8JsonWriter json, IamPolicy policy)
    {
        Head(json, policy, "PolicyName", "PolicyId", policy.PolicyId);
        json.WriteString("DefaultVersionId", policy.DefaultVersionId);
        json.WriteNumber("AttachmentCount", policy.AttachmentCount);
        json.WriteNumber("PermissionsBoundaryUsageCount", policy.PermissionsBoundaryUsageCount);
        json.WriteBoolean("IsAttachable", policy.IsAttachable);
        if (policy.Description is { } description)
            json.WriteString("Description", description);
        Date(json, "UpdateDate", policy.UpdateDate);
        List(json, "PolicyVersionList", policy.Versions, Version);
        Tags(json, policy);
    }

    private static void Version(Utf8JsonWriter json, IamPolicyVersion version)
    {
        Document(json, "Document", version.Document);
        json.WriteString("VersionId", version.VersionId);
        json.WriteBoolean("IsDefaultVersion", version.IsDefaultVersion);
        Date(json, "CreateDate", version.CreateDate);
    }

    private static void Identity(Utf8JsonWriter json, IamIdentity identity, string inlineList)
    {
        List(json, inlineList, identity.InlinePolicies, static (json, policy) =>
        {
            json.WriteString("PolicyName", policy.PolicyName);
            Document(json, "PolicyDocument", policy.PolicyDocument);
        });
        List(json, "AttachedManagedPolicies", identity.AttachedPolicies, static (json, policy) =>
        {
            json.WriteString("PolicyName", policy.PolicyName);
            json.WriteString("PolicyArn", policy.PolicyArn);
        });
        if (identity.PermissionsBoundaryArn is { } boundary)
        {
            json.WriteStartObject("PermissionsBoundary");
            json.WriteString("PermissionsBoundaryType", "Policy");
            json.WriteString("PermissionsBoundaryArn", boundary);
            json.WriteEndObject();
        }

        if (identity is not IamGroup)
            Tags(json, identity);
    }

    private static void Head(Utf8JsonWriter json, IamEntity entity, string nameOf, string idOf, string id)
    {
        json.WriteString("Path", entity.Path);
        json.WriteString(nameOf, entity.Name);
        json.WriteString(idOf, id);
        json.WriteString("Arn", entity.Arn);
        Date(json, "CreateDate", entity.CreateDate);
    }

    private static void Tags(Utf8JsonWriter json, IamEntity entity) => List(json, "Tags", entity.Tags, static (json, tag) =>
    {
        json.WriteString("Key", tag.Key);
        json.WriteString("Value", tag.Value);
    });

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Date(Utf8JsonWriter json, string name, DateTimeOffset? date)
    {
        if (date is { } known)
            json.WriteString(name, known.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    // A text that is no document is kept as text, so that what comes back is what was there.
    private static void Document(Utf8JsonWriter json, string name, IamDocument document)
    {
        json.WritePropertyName(name);
        if (document.Document is { } readable)
            json.WriteRawValue(readable.ToJson(PolicyJsonStyle.Compact));
        else
            json.WriteStringValue(document.Text);
    }
}
