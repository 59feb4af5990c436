using System.IO.Enumeration;
using CloudEssentials.Catalog;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Accounts.Access;

/// <summary>
/// Answers who may do what in an account, from its identity policies and permissions boundaries. Policies of resources and
/// control policies of an organization are not in the picture: the former may allow more, the latter less. The root user,
/// which may do everything, is not listed.
/// </summary>
/// <param name="account">The account.</param>
public sealed class AccessFinder(AccountAuthorization account)
{
    private static readonly AccessLevel[] Levels = Enum.GetValues<AccessLevel>();

    private readonly AccessIndex _index = (account ?? throw new ArgumentNullException(nameof(account))).Access;

    /// <summary>Finds every user and role that may do something, and those who would but for what stops them.</summary>
    /// <param name="action">One action, such as <c>s3:DeleteBucket</c>.</param>
    /// <param name="resource">The ARN of one resource; null for any.</param>
    /// <param name="principals">Names of users and roles, with or without wildcards; null for all.</param>
    /// <param name="context">What is known of the requests, such as <c>aws:MultiFactorAuthPresent</c>.</param>
    /// <returns>Users by name, then roles by name.</returns>
    /// <exception cref="CloudException"><c>ActionInvalid</c> or <c>ResourceArnInvalid</c>.</exception>
    public IEnumerable<PrincipalAccess> Find(string action, string? resource = null, IReadOnlyList<string>? principals = null, RequestContext? context = null)
    {
        AccessQuestion question = new(_index, action, resource, context, ofAll: true);
        return question.AskAll(principals is null ? null : holder => Matches(principals, holder.Identity));
    }

    /// <summary>Says what a user or role may do, service by service.</summary>
    /// <param name="principal">The user or role.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>One row a service, by the service's prefix.</returns>
    public IEnumerable<PrincipalServiceAccess> FindServices(IamIdentity principal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(principal);
        if (_index.Find(principal.Arn) is not { } holder)
            yield break;
        foreach (CatalogService service in ServicesOf(holder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<(CatalogAction Action, PrincipalAccess Access)> allowed = [.. service.Actions
                .Select(action => (action, new AccessQuestion(_index, action.FullName).Ask(holder)))
                .Where(pair => pair.Item2 is { Access: not AccessStanding.Stopped })
                .Select(pair => (pair.action, pair.Item2!))];
            if (allowed.Count > 0)
                yield return Summarize(holder.Identity, service, allowed);
        }
    }

    /// <summary>The users and roles that may do everything: an Allow of all actions on all resources, without condition, that nothing holds back.</summary>
    public IEnumerable<IamIdentity> FindAdministrators() => _index.Holders.Where(IsAdministrator).Select(holder => holder.Identity);

    internal static bool IsAdministrator(AccessHolder holder) =>
        holder.Policies.Any(policy => AllowsEverything(policy.Document))
        && (holder.Boundary is null || AllowsEverything(holder.Boundary.Document))
        && !holder.Policies.Any(policy => policy.Document.Compiled?.Statements.Any(IsDenyOfAll) == true);

    internal static bool AllowsEverything(IamDocument document) =>
        document.Compiled?.Statements.Any(statement => !statement.IsDeny && IsAll(statement)) == true;

    private static bool IsDenyOfAll(CompiledStatement statement) => statement.IsDeny && IsAll(statement);

    private static bool IsAll(CompiledStatement statement) =>
        statement.IsUsable
        && statement.Conditions.Length == 0
        && !statement.IsNotAction
        && statement.Actions!.IsEverything
        && statement.Source.Resource?.Any(resource => resource.Length > 0 && resource.AsSpan().Trim('*').IsEmpty) == true;

    private static bool Matches(IReadOnlyList<string> patterns, IamIdentity identity) =>
        patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, identity.Name) || pattern == identity.Arn);

    private IEnumerable<CatalogService> ServicesOf(AccessHolder holder)
    {
        ActionCatalog catalog = _index.Lookups.Catalog;
        HashSet<string> prefixes = new(StringComparer.OrdinalIgnoreCase);
        foreach (PolicyStatement statement in holder.Policies.SelectMany(policy => policy.Document.Document?.Statements ?? []).Where(statement => statement.IsAllow))
        {
            foreach (string pattern in statement.Action ?? Enumerable.Repeat("*", 1))
            {
                string prefix = pattern.Split(':')[0];
                if (prefix.AsSpan().IndexOfAny('*', '?') >= 0)
                    return catalog.Services;
                prefixes.Add(prefix);
            }
        }

        return prefixes.Order(StringComparer.OrdinalIgnoreCase).Select(catalog.FindService).OfType<CatalogService>();
    }

    private PrincipalServiceAccess Summarize(IamIdentity principal, CatalogService service, List<(CatalogAction Action, PrincipalAccess Access)> allowed)
    {
        ILookup<AccessLevel, CatalogAction> all = service.Actions.ToLookup(action => action.AccessLevel);
        return new()
        {
            AccountId = _index.AccountId,
            PrincipalType = principal.Type,
            PrincipalName = principal.Name,
            PrincipalArn = principal.Arn,
            Service = service.Prefix,
            ServiceName = service.Name,
            Levels =
            [
                .. Levels.Where(all.Contains).Select(level => new ServiceAccessLevel(
                    level,
                    allowed.Count(pair => pair.Action.AccessLevel == level),
                    allowed.Count(pair => pair.Action.AccessLevel == level && pair.Access.Access == AccessStanding.Conditional),
                    all[level].Count())),
            ],
            Action = [.. allowed.Select(pair => pair.Action.FullName)],
            Resource = [.. allowed.SelectMany(pair => pair.Access.AllowedResource).Distinct(StringComparer.Ordinal)],
            Path = [.. allowed.SelectMany(pair => pair.Access.Path).Select(path => path.GroupName is null ? path.PolicyName : $"group {path.GroupName} > {path.PolicyName}").Distinct(StringComparer.Ordinal)],
            StoppedBy = [.. allowed.SelectMany(pair => pair.Access.StoppedBy).Select(stop => stop.ToString()).Distinct(StringComparer.Ordinal)],
        };
    }
}
