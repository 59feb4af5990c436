using CloudEssentials.Accounts.Access;
using CloudEssentials.Catalog;

namespace CloudEssentials.Accounts;

/// <summary>
/// All that IAM keeps about who may do what in an account, as it stood at one moment: users, groups, roles, instance
/// profiles, managed policies with their versions, inline policies, attachments, boundaries and tags. Immutable.
/// </summary>
public sealed class AccountAuthorization
{
    private readonly Dictionary<string, IamUser> _users;
    private readonly Dictionary<string, IamGroup> _groups;
    private readonly Dictionary<string, IamRole> _roles;
    private readonly Dictionary<string, IamPolicy> _policies;
    private readonly Lazy<ILookup<string, IamUser>> _members;
    private readonly Lazy<ILookup<string, IamIdentity>> _attachments;
    private readonly Lazy<ILookup<string, IamIdentity>> _bounded;
    private readonly Lazy<AccessIndex> _access;

    internal AccountAuthorization(AccountAuthorizationBuilder parts)
    {
        AccountId = parts.AccountId;
        Source = parts.Source;
        TakenAt = parts.TakenAt;
        Users = Sort(parts.Users);
        Groups = Sort(parts.Groups);
        Roles = Sort(parts.Roles);
        Policies = Sort(parts.Policies);
        Problems = [.. parts.Problems];
        _users = Users.ToDictionary(user => user.UserName, StringComparer.OrdinalIgnoreCase);
        _groups = Groups.ToDictionary(group => group.GroupName, StringComparer.OrdinalIgnoreCase);
        _roles = Roles.ToDictionary(role => role.RoleName, StringComparer.OrdinalIgnoreCase);
        _policies = Policies.ToDictionary(policy => policy.Arn, StringComparer.Ordinal);
        _members = new(() => Users.SelectMany(user => user.Groups, (user, group) => (user, group)).ToLookup(pair => pair.group, pair => pair.user, StringComparer.OrdinalIgnoreCase));
        _attachments = new(() => Identities.SelectMany(identity => identity.AttachedPolicies, (identity, policy) => (identity, policy.PolicyArn)).ToLookup(pair => pair.PolicyArn, pair => pair.identity, StringComparer.Ordinal));
        _bounded = new(() => Identities.Where(identity => identity.PermissionsBoundaryArn is not null).ToLookup(identity => identity.PermissionsBoundaryArn!, StringComparer.Ordinal));
        _access = new(() => new(this));
    }

    /// <summary>The account, 12 digits.</summary>
    public string AccountId { get; }

    /// <summary>Where it comes from: <c>AWS</c>, <c>Sandbox</c>, an endpoint, or the file.</summary>
    public string Source { get; }

    /// <summary>When it was taken, or the file was written, UTC.</summary>
    public DateTimeOffset TakenAt { get; }

    /// <summary>The users, by name.</summary>
    public IReadOnlyList<IamUser> Users { get; }

    /// <summary>The groups, by name.</summary>
    public IReadOnlyList<IamGroup> Groups { get; }

    /// <summary>The roles, by name.</summary>
    public IReadOnlyList<IamRole> Roles { get; }

    /// <summary>The managed policies by name, the account's own and those of AWS that are attached.</summary>
    public IReadOnlyList<IamPolicy> Policies { get; }

    /// <summary>What in the source could not be used, and was left out. See <see cref="FindDocumentProblems"/> for documents.</summary>
    public IReadOnlyList<AuthorizationProblem> Problems { get; }

    /// <summary>Users, groups and roles.</summary>
    public IEnumerable<IamIdentity> Identities => [.. Users, .. Groups, .. Roles];

    /// <summary>The instance profiles that hold a role, by ARN.</summary>
    public IEnumerable<IamInstanceProfile> InstanceProfiles => Roles.SelectMany(role => role.InstanceProfiles).DistinctBy(profile => profile.Arn);

    internal AccessIndex Access => _access.Value;

    /// <summary>Reads one or more documents of <c>aws iam get-account-authorization-details</c>: pages of one account are joined.</summary>
    /// <param name="json">The JSON; several documents may follow each other.</param>
    /// <returns>The account.</returns>
    /// <exception cref="CloudException"><c>AuthorizationInvalid</c>: it is not such JSON, or of more than one account.</exception>
    public static AccountAuthorization Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        AuthorizationReader reader = new();
        reader.Read(System.Text.Encoding.UTF8.GetBytes(json), "the text", DateTimeOffset.UtcNow);
        IReadOnlyList<AccountAuthorization> accounts = reader.Finish();
        return accounts.Count == 1
            ? accounts[0]
            : throw new CloudException("AuthorizationInvalid", $"The text holds the authorization of {accounts.Count} accounts.", CloudErrorCategory.InvalidData, remedy: "Read one account's at a time.");
    }

    /// <summary>Finds a user by name or ARN; names do not depend on case.</summary>
    /// <param name="nameOrArn">The name or ARN.</param>
    /// <returns>The user, or null.</returns>
    public IamUser? FindUser(string nameOrArn) => _users.GetValueOrDefault(NameOf(nameOrArn, ":user/"));

    /// <summary>Finds a group by name or ARN; names do not depend on case.</summary>
    /// <param name="nameOrArn">The name or ARN.</param>
    /// <returns>The group, or null.</returns>
    public IamGroup? FindGroup(string nameOrArn) => _groups.GetValueOrDefault(NameOf(nameOrArn, ":group/"));

    /// <summary>Finds a role by name or ARN; names do not depend on case.</summary>
    /// <param name="nameOrArn">The name or ARN.</param>
    /// <returns>The role, or null.</returns>
    public IamRole? FindRole(string nameOrArn) => _roles.GetValueOrDefault(NameOf(nameOrArn, ":role/"));

    /// <summary>Finds a managed policy by ARN.</summary>
    /// <param name="arn">The ARN.</param>
    /// <returns>The policy, or null.</returns>
    public IamPolicy? FindPolicy(string arn) => _policies.GetValueOrDefault(arn ?? "");

    /// <summary>The users of a group.</summary>
    /// <param name="groupName">The group's name.</param>
    public IEnumerable<IamUser> MembersOf(string groupName) => _members.Value[groupName];

    /// <summary>The users, groups and roles that a managed policy is attached to.</summary>
    /// <param name="policyArn">The policy's ARN.</param>
    public IEnumerable<IamIdentity> AttachedTo(string policyArn) => _attachments.Value[policyArn];

    /// <summary>The users and roles whose permissions boundary a managed policy is.</summary>
    /// <param name="policyArn">The policy's ARN.</param>
    public IEnumerable<IamIdentity> BoundedBy(string policyArn) => _bounded.Value[policyArn];

    /// <summary>Reads every document in force and says which cannot be read, and which attached policies are not known.</summary>
    /// <returns>One problem a document.</returns>
    public IEnumerable<AuthorizationProblem> FindDocumentProblems()
    {
        foreach (IamIdentity identity in Identities)
        {
            foreach (IamInlinePolicy policy in identity.InlinePolicies.Where(policy => !policy.PolicyDocument.IsReadable))
                yield return Unreadable($"{identity.Arn}/{policy.PolicyName}", policy.PolicyDocument);
            foreach (IamAttachedPolicy attached in identity.AttachedPolicies.Where(attached => FindPolicy(attached.PolicyArn)?.Document is null))
                yield return new(AccountId, identity.Arn, $"The attached policy {attached.PolicyArn} has no document here.");
            if (identity.PermissionsBoundaryArn is { } boundary && FindPolicy(boundary)?.Document is null)
                yield return new(AccountId, identity.Arn, $"The permissions boundary {boundary} has no document here.");
        }

        foreach (IamRole role in Roles.Where(role => !role.AssumeRolePolicyDocument.IsReadable))
            yield return Unreadable($"{role.Arn} trust policy", role.AssumeRolePolicyDocument);
        foreach (IamPolicy policy in Policies.Where(policy => policy.Document is { IsReadable: false }))
            yield return Unreadable($"{policy.Arn} {policy.DefaultVersionId}", policy.Document!);
    }

    /// <summary>
    /// Reads every document in force and makes all ready for questions, so that the first one is as quick as the rest.
    /// Without it that work is done when it is first needed.
    /// </summary>
    /// <returns>Itself.</returns>
    public AccountAuthorization Prepare()
    {
        Access.Prepare();
        return this;
    }

    /// <summary>Writes the JSON that <c>aws iam get-account-authorization-details</c> would print for this account.</summary>
    /// <returns>Indented JSON.</returns>
    public string ToJson() => AuthorizationWriter.Write(this);

    /// <inheritdoc/>
    public override string ToString() => $"{AccountId}: {Users.Count} users, {Groups.Count} groups, {Roles.Count} roles, {Policies.Count} managed policies";

    internal static IamPolicy? FromCatalog(string arn, string accountId)
    {
        if (!arn.Contains(":iam::aws:policy/", StringComparison.Ordinal) || ManagedPolicyCatalog.Default.Find(arn) is not { } known)
            return null;
        return new()
        {
            AccountId = accountId,
            Arn = arn,
            Path = known.Path,
            PolicyName = known.Name,
            DefaultVersionId = known.VersionId,
            CreateDate = known.CreateDate,
            UpdateDate = known.UpdateDate,
            IsFromCatalog = true,
            Versions = [new() { AccountId = accountId, PolicyArn = arn, VersionId = known.VersionId, IsDefaultVersion = true, CreateDate = known.UpdateDate, Document = new(() => known.Document) }],
        };
    }

    private AuthorizationProblem Unreadable(string subject, IamDocument document) =>
        new(AccountId, subject, $"The policy cannot be read: line {document.Error!.Line}, column {document.Error.Column}: {document.Error.Message}");

    private static System.Collections.ObjectModel.ReadOnlyCollection<T> Sort<T>(Dictionary<string, T> entities)
        where T : IamEntity
    {
        T[] sorted = [.. entities.Values];
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return sorted.AsReadOnly();
    }

    private static string NameOf(string? nameOrArn, string kind)
    {
        if (nameOrArn is null || !nameOrArn.StartsWith("arn:", StringComparison.Ordinal))
            return nameOrArn ?? "";
        return nameOrArn.Contains(kind, StringComparison.Ordinal) ? nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..] : "";
    }
}
