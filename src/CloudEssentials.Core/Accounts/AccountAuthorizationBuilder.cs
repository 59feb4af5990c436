namespace CloudEssentials.Accounts;

/// <summary>Gathers an account's authorization from whatever tells of it, piece by piece and in any order. Not for several threads at once.</summary>
public sealed class AccountAuthorizationBuilder
{
    private readonly Dictionary<string, IamDocument> _documents = new(StringComparer.Ordinal);

    /// <summary>The account, 12 digits; taken from the first ARN where it is not given.</summary>
    public string AccountId { get; set; } = "";

    /// <summary>Where it comes from.</summary>
    public string Source { get; set; } = "";

    /// <summary>When it was taken, UTC.</summary>
    public DateTimeOffset TakenAt { get; set; } = DateTimeOffset.UtcNow;

    internal Dictionary<string, IamUser> Users { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal Dictionary<string, IamGroup> Groups { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal Dictionary<string, IamRole> Roles { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal Dictionary<string, IamPolicy> Policies { get; } = new(StringComparer.Ordinal);

    internal List<AuthorizationProblem> Problems { get; } = [];

    /// <summary>A document; the same text is the same document, however many hold it.</summary>
    /// <param name="text">JSON, or JSON in URL encoding.</param>
    public IamDocument Document(string? text)
    {
        text ??= "";
        if (!_documents.TryGetValue(text, out IamDocument? document))
            _documents.Add(text, document = new(text));
        return document;
    }

    /// <summary>Adds a user, a group, a role or a managed policy; one of a name that is there takes its place.</summary>
    /// <param name="entity">What to add.</param>
    public void Add(IamEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        string account = AccountOf(entity.Arn);
        if (account.Length > 0 && AccountId.Length == 0)
            AccountId = account;
        if (account.Length > 0 && account != AccountId)
        {
            Report(entity.Arn, $"It is of another account than {AccountId}, and was left out.");
            return;
        }

        switch (entity)
        {
            case IamUser user:
                Users[user.UserName] = user;
                break;
            case IamGroup group:
                Groups[group.GroupName] = group;
                break;
            case IamRole role:
                Roles[role.RoleName] = role;
                break;
            case IamPolicy policy:
                Policies[policy.Arn] = policy;
                break;
            default:
                throw new ArgumentException($"{entity.GetType().Name} does not stand by itself.", nameof(entity));
        }
    }

    /// <summary>Notes that something could not be used.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="message">What is wrong, as a sentence.</param>
    public void Report(string subject, string message) => Problems.Add(new(AccountId, subject, message));

    /// <summary>Takes in all that another builder gathered.</summary>
    /// <param name="other">The other.</param>
    public void AddRange(AccountAuthorizationBuilder other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (IamEntity entity in (IEnumerable<IamEntity>)[.. other.Users.Values, .. other.Groups.Values, .. other.Roles.Values, .. other.Policies.Values])
            Add(entity);
        Problems.AddRange(other.Problems);
        TakenAt = other.TakenAt > TakenAt ? other.TakenAt : TakenAt;
    }

    /// <summary>Makes the account's authorization. Policies of AWS that are attached and were not told come from the shipped catalogue.</summary>
    public AccountAuthorization Build()
    {
        foreach (IamPolicy policy in Policies.Values.Where(policy => policy.AccountId != AccountId).ToArray())
            Policies[policy.Arn] = policy with { AccountId = AccountId, Versions = [.. policy.Versions.Select(version => version with { AccountId = AccountId })] };
        foreach (IamIdentity identity in (IEnumerable<IamIdentity>)[.. Users.Values, .. Groups.Values, .. Roles.Values])
        {
            foreach (IamAttachedPolicy attached in identity.AttachedPolicies)
                Complete(attached.PolicyArn);
            if (identity.PermissionsBoundaryArn is { } boundary)
                Complete(boundary);
        }

        return new(this);
    }

    internal static string AccountOf(string arn)
    {
        string[] parts = arn.Split(':', 6);
        return parts.Length == 6 && parts[4].Length == 12 && parts[4].All(char.IsAsciiDigit) ? parts[4] : "";
    }

    private void Complete(string arn)
    {
        if (Policies.TryGetValue(arn, out IamPolicy? held) && held.Document is not null)
            return;
        if (AccountAuthorization.FromCatalog(arn, AccountId) is { } known && (held is null || held.DefaultVersionId == known.DefaultVersionId))
            Policies[arn] = held is null ? known : held with { Versions = known.Versions, IsFromCatalog = true };
    }
}
