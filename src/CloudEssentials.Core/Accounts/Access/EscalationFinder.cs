using CloudEssentials.Policies.Evaluation;
using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Accounts.Access;

/// <summary>
/// Finds who can get more than its policies say, on the permissions that are left after denials and boundaries. Who may do
/// everything already is not listed. An action that is held to certain things counts only where one of these gives more:
/// a role or user that may do everything, a group in which the user is, a policy that it holds.
/// </summary>
/// <param name="account">The account.</param>
public sealed class EscalationFinder(AccountAuthorization account)
{
    private const string PassRole = "iam:PassRole";
    private const string PassedToService = "iam:PassedToService";

    private readonly AccountAuthorization _account = account ?? throw new ArgumentNullException(nameof(account));
    private readonly AccessIndex _index = account.Access;
    private readonly Dictionary<string, AccessQuestion> _questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActionTargets> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IamRole[]> _trusting = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _administrators = new(() => new(account.Access.Holders.Where(AccessFinder.IsAdministrator).Select(holder => holder.Identity.Arn), StringComparer.Ordinal));

    /// <summary>Finds them all.</summary>
    /// <returns>By principal: users by name, then roles by name.</returns>
    public IEnumerable<EscalationPath> Find()
    {
        foreach (AccessHolder holder in _index.Holders)
        {
            if (_administrators.Value.Contains(holder.Identity.Arn) || holder.Identity is IamRole { IsServiceLinked: true } || holder.Policies.Length == 0)
                continue;
            Dictionary<string, PrincipalAccess?> known = new(StringComparer.Ordinal);
            foreach (EscalationWay way in EscalationWay.All)
            {
                if (Follow(holder, way, known) is { } path)
                    yield return path;
            }
        }
    }

    private EscalationPath? Follow(AccessHolder holder, EscalationWay way, Dictionary<string, PrincipalAccess?> known)
    {
        List<PrincipalAccess> steps = [];
        foreach (string action in way.Actions)
        {
            string key = action == PassRole ? $"{action} {way.PassedTo}" : action;
            if (!known.TryGetValue(key, out PrincipalAccess? access))
                known.Add(key, access = QuestionOf(action, way.PassedTo, key).Ask(holder));
            if (access is null or { Access: AccessStanding.Stopped })
                return null;
            steps.Add(access);
        }

        bool broad = IsBroad(way.Actions[0], steps[0]);
        string[] targets = TargetsOf(holder, way, steps[0], broad);
        if (!broad && targets.Length == 0)
            return null;
        return new()
        {
            AccountId = _index.AccountId,
            PrincipalType = holder.Identity.Type,
            PrincipalName = holder.Identity.Name,
            PrincipalArn = holder.Identity.Arn,
            Gain = way.What,
            Action = way.Actions,
            Path = [.. steps.Select(step => step.Path.FirstOrDefault(path => path.Condition is null) ?? step.Path[0])],
            Target = targets,
            IsCertain = steps.TrueForAll(step => step.Access == AccessStanding.Allowed),
        };
    }

    private AccessQuestion QuestionOf(string action, string? passedTo, string key)
    {
        if (_questions.TryGetValue(key, out AccessQuestion? question))
            return question;
        RequestContext context = action == PassRole && passedTo is not null ? new([new(PassedToService, passedTo)]) : RequestContext.Empty;
        return _questions[key] = new(_index, action, null, context, ofAll: true);
    }

    private bool IsBroad(string action, PrincipalAccess access)
    {
        if (!_targets.TryGetValue(action, out ActionTargets? targets))
            _targets.Add(action, targets = new(_index.Lookups.Catalog.FindAction(action), _index));
        return access.AllowedResource.Any(resource => targets.Covers([resource], "*"));
    }

    private string[] TargetsOf(AccessHolder holder, EscalationWay way, PrincipalAccess access, bool broad)
    {
        IEnumerable<IamEntity> candidates = way.Actions[0] switch
        {
            PassRole => RolesTrusting(way.PassedTo!).Where(role => IsGain(role.Arn, broad)),
            "iam:UpdateAssumeRolePolicy" or "iam:AttachRolePolicy" or "iam:PutRolePolicy" or "iam:DeleteRolePermissionsBoundary" =>
                _account.Roles.Where(role => !role.IsServiceLinked && (role.Arn == holder.Identity.Arn || IsGain(role.Arn, broad))),
            "iam:CreateAccessKey" or "iam:CreateLoginProfile" or "iam:UpdateLoginProfile" =>
                _account.Users.Where(user => user.Arn != holder.Identity.Arn && IsGain(user.Arn, broad)),
            "iam:AttachUserPolicy" or "iam:PutUserPolicy" or "iam:DeleteUserPermissionsBoundary" =>
                _account.Users.Where(user => user.Arn == holder.Identity.Arn || IsGain(user.Arn, broad)),
            "iam:AttachGroupPolicy" or "iam:PutGroupPolicy" => _account.Groups.Where(group => IsMember(holder, group)),
            "iam:AddUserToGroup" => _account.Groups.Where(group => !IsMember(holder, group) && (broad || IsAdministrators(group))),
            "iam:CreatePolicyVersion" or "iam:SetDefaultPolicyVersion" =>
                _account.Policies.Where(policy => !policy.IsAwsManaged && Array.Exists(holder.Policies, held => held.PolicyArn == policy.Arn)),
            _ => [],
        };
        return [.. candidates.Select(entity => entity.Arn).Where(arn => access.AllowedResource.Any(pattern => Wildcards.Covers(pattern, arn, ignoreCase: false)))];
    }

    private IamRole[] RolesTrusting(string service)
    {
        if (!_trusting.TryGetValue(service, out IamRole[]? roles))
            _trusting.Add(service, roles = [.. _account.Roles.Where(role => Trusts(role, service))]);
        return roles;
    }

    private bool IsGain(string arn, bool broad) => broad || _administrators.Value.Contains(arn);

    private bool IsAdministrators(IamGroup group) =>
        group.InlinePolicies.Any(policy => AccessFinder.AllowsEverything(policy.PolicyDocument))
        || group.AttachedPolicies.Any(policy => _account.FindPolicy(policy.PolicyArn)?.Document is { } document && AccessFinder.AllowsEverything(document));

    private static bool IsMember(AccessHolder holder, IamGroup group) =>
        holder.Identity is IamUser user && user.Groups.Contains(group.GroupName, StringComparer.OrdinalIgnoreCase);

    private static bool Trusts(IamRole role, string service) => role.AssumeRolePolicyDocument.Document?.Statements.Any(statement =>
        statement.IsAllow && statement.Principal is { } principal && principal.Entries.Any(entry => entry.Kind == "Service" && entry.Values.Contains(service))) == true;
}
