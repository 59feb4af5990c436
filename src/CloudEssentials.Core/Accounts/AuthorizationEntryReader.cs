using System.Globalization;
using System.Text.Json;

namespace CloudEssentials.Accounts;

/// <summary>Reads the entries of one page of GetAccountAuthorizationDetails.</summary>
internal sealed class AuthorizationEntryReader(AccountAuthorizationBuilder builder, string source)
{
    public void ReadUsers(JsonElement page) => ReadAll(page, "UserDetailList", "UserName", (entry, arn, name) => new IamUser
    {
        AccountId = builder.AccountId,
        Arn = arn,
        UserName = name,
        UserId = Text(entry, "UserId") ?? "",
        Path = Text(entry, "Path") ?? "/",
        CreateDate = Date(entry, "CreateDate"),
        Groups = [.. Items(entry, "GroupList").Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
        InlinePolicies = Inline(entry, "UserPolicyList", arn),
        AttachedPolicies = Attached(entry, arn),
        PermissionsBoundaryArn = Boundary(entry),
        Tags = Tags(entry),
    });

    public void ReadGroups(JsonElement page) => ReadAll(page, "GroupDetailList", "GroupName", (entry, arn, name) => new IamGroup
    {
        AccountId = builder.AccountId,
        Arn = arn,
        GroupName = name,
        GroupId = Text(entry, "GroupId") ?? "",
        Path = Text(entry, "Path") ?? "/",
        CreateDate = Date(entry, "CreateDate"),
        InlinePolicies = Inline(entry, "GroupPolicyList", arn),
        AttachedPolicies = Attached(entry, arn),
    });

    public void ReadRoles(JsonElement page) => ReadAll(page, "RoleDetailList", "RoleName", (entry, arn, name) => new IamRole
    {
        AccountId = builder.AccountId,
        Arn = arn,
        RoleName = name,
        RoleId = Text(entry, "RoleId") ?? "",
        Path = Text(entry, "Path") ?? "/",
        CreateDate = Date(entry, "CreateDate"),
        AssumeRolePolicyDocument = Document(entry, "AssumeRolePolicyDocument"),
        InlinePolicies = Inline(entry, "RolePolicyList", arn),
        AttachedPolicies = Attached(entry, arn),
        PermissionsBoundaryArn = Boundary(entry),
        InstanceProfiles = Profiles(entry),
        LastUsedDate = Object(entry, "RoleLastUsed") is { } used ? Date(used, "LastUsedDate") : null,
        LastUsedRegion = Object(entry, "RoleLastUsed") is { } place ? Text(place, "Region") : null,
        Tags = Tags(entry),
    });

    public void ReadPolicies(JsonElement page) => ReadAll(page, "Policies", "PolicyName", (entry, arn, name) => new IamPolicy
    {
        AccountId = builder.AccountId,
        Arn = arn,
        PolicyName = name,
        PolicyId = Text(entry, "PolicyId") ?? "",
        Path = Text(entry, "Path") ?? "/",
        DefaultVersionId = Text(entry, "DefaultVersionId") ?? "v1",
        AttachmentCount = Number(entry, "AttachmentCount"),
        PermissionsBoundaryUsageCount = Number(entry, "PermissionsBoundaryUsageCount"),
        IsAttachable = !entry.TryGetProperty("IsAttachable", out JsonElement attachable) || attachable.ValueKind != JsonValueKind.False,
        Description = Text(entry, "Description"),
        CreateDate = Date(entry, "CreateDate"),
        UpdateDate = Date(entry, "UpdateDate"),
        Versions = [.. Items(entry, "PolicyVersionList").Where(IsObject).Select(version => Version(version, arn))],
        Tags = Tags(entry),
    });

    private IamPolicyVersion Version(JsonElement entry, string arn) => new()
    {
        AccountId = builder.AccountId,
        PolicyArn = arn,
        VersionId = Text(entry, "VersionId") ?? "v1",
        IsDefaultVersion = entry.TryGetProperty("IsDefaultVersion", out JsonElement isDefault) && isDefault.ValueKind == JsonValueKind.True,
        CreateDate = Date(entry, "CreateDate"),
        Document = Document(entry, "Document"),
    };

    private void ReadAll(JsonElement page, string list, string nameOf, Func<JsonElement, string, string, IamEntity> read)
    {
        int index = -1;
        foreach (JsonElement entry in Items(page, list))
        {
            index++;
            string? arn = IsObject(entry) ? Text(entry, "Arn") : null;
            string? name = IsObject(entry) ? Text(entry, nameOf) : null;
            if (arn is null || name is null)
                builder.Report($"{source}: {list}[{index}]", $"It has no {(arn is null ? "Arn" : nameOf)}, and was left out.");
            else
                builder.Add(read(entry, arn, name));
        }
    }

    private List<IamInlinePolicy> Inline(JsonElement entry, string list, string arn)
    {
        List<IamInlinePolicy> policies = [];
        foreach (JsonElement item in Items(entry, list).Where(IsObject))
        {
            if (Text(item, "PolicyName") is { } name)
                policies.Add(new(builder.AccountId, name, Document(item, "PolicyDocument")));
            else
                builder.Report(arn, "An inline policy without PolicyName was left out.");
        }

        return policies;
    }

    private List<IamAttachedPolicy> Attached(JsonElement entry, string arn)
    {
        List<IamAttachedPolicy> policies = [];
        foreach (JsonElement item in Items(entry, "AttachedManagedPolicies").Where(IsObject))
        {
            if (Text(item, "PolicyArn") is { } policy)
                policies.Add(new(builder.AccountId, Text(item, "PolicyName") ?? policy[(policy.LastIndexOf('/') + 1)..], policy));
            else
                builder.Report(arn, "An attached policy without PolicyArn was left out.");
        }

        return policies;
    }

    private IReadOnlyList<IamInstanceProfile> Profiles(JsonElement entry) =>
    [
        .. Items(entry, "InstanceProfileList").Where(item => IsObject(item) && Text(item, "Arn") is not null).Select(item => new IamInstanceProfile
        {
            AccountId = builder.AccountId,
            Arn = Text(item, "Arn")!,
            InstanceProfileName = Text(item, "InstanceProfileName") ?? "",
            InstanceProfileId = Text(item, "InstanceProfileId") ?? "",
            Path = Text(item, "Path") ?? "/",
            CreateDate = Date(item, "CreateDate"),
            Roles = [.. Items(item, "Roles").Where(IsObject).Select(role => Text(role, "RoleName")).OfType<string>()],
        }),
    ];

    private static IReadOnlyList<KeyValuePair<string, string>> Tags(JsonElement entry) =>
        [.. Items(entry, "Tags").Where(item => IsObject(item) && Text(item, "Key") is not null).Select(item => KeyValuePair.Create(Text(item, "Key")!, Text(item, "Value") ?? ""))];

    private static string? Boundary(JsonElement entry) => Object(entry, "PermissionsBoundary") is { } boundary ? Text(boundary, "PermissionsBoundaryArn") : null;

    // The AWS CLI prints documents as objects, the SDKs keep them as text in URL encoding.
    private IamDocument Document(JsonElement entry, string name) => !entry.TryGetProperty(name, out JsonElement value)
        ? builder.Document("")
        : builder.Document(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText());

    private static JsonElement? Object(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out JsonElement value) && IsObject(value) ? value : null;

    private static bool IsObject(JsonElement item) => item.ValueKind == JsonValueKind.Object;

    private static IEnumerable<JsonElement> Items(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Number(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : 0;

    private static DateTimeOffset? Date(JsonElement entry, string name)
    {
        if (!entry.TryGetProperty(name, out JsonElement value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double seconds) && Math.Abs(seconds) < 1e11)
            return DateTimeOffset.UnixEpoch.AddSeconds(seconds);
        return value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset date)
            ? date
            : null;
    }
}
