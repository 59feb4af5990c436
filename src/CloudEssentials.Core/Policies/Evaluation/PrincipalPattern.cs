namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// A <c>Principal</c> or <c>NotPrincipal</c> element. 'You cannot use a wildcard to match part of a principal name or
/// ARN.' See reference_policies_elements_principal.html and reference_policies_elements_notprincipal.html.
/// </summary>
internal sealed class PrincipalPattern
{
    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _services = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _providers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _canonicalIds = new(StringComparer.Ordinal);
    private readonly bool _everyone;
    private readonly bool _except;

    /// <summary>Reads an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="except">True for <c>NotPrincipal</c>.</param>
    /// <param name="problems">Takes a sentence for each value that can match nothing.</param>
    public PrincipalPattern(PolicyPrincipal element, bool except, List<string> problems)
    {
        _except = except;
        _everyone = element.IsEveryone;
        if (!element.IsWellFormed)
            problems.Add($"its {(except ? "NotPrincipal" : "Principal")} is neither \"*\" nor an object of strings");
        foreach (PolicyPrincipalEntry entry in element.Entries)
        {
            foreach (string value in entry.Values)
                _everyone |= Add(entry.Kind, value, problems);
        }
    }

    /// <summary>How the element names a principal. For <c>NotPrincipal</c>: direct where it is not among the exceptions.</summary>
    /// <param name="principal">Who makes the request.</param>
    /// <param name="deny">Whether the statement denies: what <c>NotPrincipal</c> excepts depends on it.</param>
    /// <param name="resourceAccount">The resource's account, which an unnamed principal shares.</param>
    public PrincipalMatch IsMatch(AccessPrincipal principal, bool deny, string? resourceAccount)
    {
        if (!_except)
            return Named(principal, resourceAccount);
        bool excepted = deny ? IsWhollyNamed(principal, resourceAccount) : Named(principal, resourceAccount) != PrincipalMatch.None;
        return excepted ? PrincipalMatch.None : PrincipalMatch.Direct;
    }

    private PrincipalMatch Named(AccessPrincipal principal, string? resourceAccount)
    {
        // 'Principal' : '*' and 'AWS' : '*' are the same, and take in anonymous callers.
        if (_everyone)
            return PrincipalMatch.Direct;
        switch (principal.Kind)
        {
            case AccessPrincipalKind.Service:
                return _services.Contains(principal.Id) ? PrincipalMatch.Direct : PrincipalMatch.None;
            case AccessPrincipalKind.Federated:
                return _providers.Contains(principal.Id) ? PrincipalMatch.Direct : PrincipalMatch.None;
            case AccessPrincipalKind.Anonymous:
                return PrincipalMatch.None;
            case AccessPrincipalKind.Unspecified:
                return resourceAccount is not null && _accounts.Contains(resourceAccount) ? PrincipalMatch.Account : PrincipalMatch.None;
        }

        if (NamesItself(principal))
            return PrincipalMatch.Direct;
        if (NamesParent(principal))
            return PrincipalMatch.Parent;
        return NamesAccount(principal) ? PrincipalMatch.Account : PrincipalMatch.None;
    }

    // A role cannot make requests, only its sessions can: one whose session is not known is named by its parent.
    private bool NamesItself(AccessPrincipal principal) => principal.Kind switch
    {
        AccessPrincipalKind.Role => false,
        AccessPrincipalKind.Root => _accounts.Contains(principal.AccountId!),
        AccessPrincipalKind.User => _names.Contains(principal.Id) || HasUniqueId(principal),
        _ => _names.Contains(principal.Id),
    };

    private bool NamesParent(AccessPrincipal principal) => principal.Kind switch
    {
        AccessPrincipalKind.Role => _names.Contains(principal.Id) || HasUniqueId(principal),
        AccessPrincipalKind.RoleSession => _names.Contains(principal.ParentArn!) || HasUniqueId(principal) || NamesRoleWithPath(principal),
        AccessPrincipalKind.FederatedUser => principal.ParentArn is not null && _names.Contains(principal.ParentArn),
        _ => false,
    };

    private bool NamesAccount(AccessPrincipal principal) =>
        _accounts.Contains(principal.AccountId!) || (principal.CanonicalUserId is { } id && _canonicalIds.Contains(id));

    // IAM keeps a user or role in a trust policy by its unique id, and shows that once the user or role is gone.
    private bool HasUniqueId(AccessPrincipal principal) => principal.UniqueId is { } id && _names.Contains(id);

    // The ARN of a session does not tell the role's path; names of roles are unique within an account whatever their path.
    private bool NamesRoleWithPath(AccessPrincipal principal)
    {
        ReadOnlySpan<char> role = principal.ParentArn;
        if (role.Count('/') > 1)
            return false;
        ReadOnlySpan<char> start = role[..(role.LastIndexOf('/') + 1)];
        ReadOnlySpan<char> end = role[(start.Length - 1)..];
        foreach (string name in _names)
        {
            if (name.AsSpan().StartsWith(start) && name.AsSpan().EndsWith(end))
                return true;
        }

        return false;
    }

    // 'When you use NotPrincipal with Deny, you must also specify the account ARN of the not-denied principal', and for
    // a session the role's as well: whoever is not named at every level is denied.
    private bool IsWhollyNamed(AccessPrincipal principal, string? resourceAccount)
    {
        if (_everyone)
            return true;
        bool account = principal.AccountId is not null && NamesAccount(principal);
        return principal.Kind switch
        {
            AccessPrincipalKind.User => account && NamesItself(principal),
            AccessPrincipalKind.Role => account && NamesParent(principal),
            AccessPrincipalKind.RoleSession => account && NamesItself(principal) && NamesParent(principal),
            AccessPrincipalKind.FederatedUser => account && NamesItself(principal),
            _ => Named(principal, resourceAccount) != PrincipalMatch.None,
        };
    }

    // True for '*', which names everyone.
    private bool Add(string kind, string value, List<string> problems)
    {
        switch (kind)
        {
            case "AWS" when value == "*":
                return true;
            case "AWS" when AccessPrincipal.IsAccountId(value):
                _accounts.Add(value);
                break;
            case "AWS" when value.EndsWith(":root", StringComparison.Ordinal) && value.Split(':') is ["arn", _, "iam", "", var account, "root"]:
                _accounts.Add(account);
                break;
            case "AWS":
                if (value.AsSpan().IndexOfAny('*', '?') >= 0)
                    problems.Add($"the principal '{value}' has a wildcard within it, and so names nobody");
                _names.Add(value);
                break;
            case "Service":
                _services.Add(value);
                break;
            case "Federated":
                _providers.Add(value);
                break;
            case "CanonicalUser":
                _canonicalIds.Add(value);
                break;
            default:
                problems.Add($"'{kind}' is not a kind of principal");
                break;
        }

        return false;
    }
}
