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
    private readonly Dictionary<(string Action, string? PassedTo), int> _numbers = [];
    private readonly List<AccessQuestion> _questions = [];
    private readonly Dictionary<string, ActionTargets> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Targets> _trusting = new(StringComparer.Ordinal);
    private readonly HashSet<string> _administrators = new(account.Access.Holders.Where(AccessFinder.IsAdministrator).Select(holder => holder.Identity.Arn), StringComparer.Ordinal);
    private Targets? _users;
    private Targets? _roles;
    private Targets? _groups;

    private Targets Users => _users ??= new(_account.Users, user => _administrators.Contains(user.Arn));

    private Targets Roles => _roles ??= new(_account.Roles.Where(role => !role.IsServiceLinked), role => _administrators.Contains(role.Arn));

    private Targets Groups => _groups ??= new(_account.Groups, group => IsAdministrators((IamGroup)group));

    /// <summary>Finds them all.</summary>
    /// <returns>By principal: users by name, then roles by name.</returns>
    public IEnumerable<EscalationPath> Find()
    {
        (EscalationWay Way, int[] Questions)[] ways = [.. EscalationWay.All.Select(way => (way, Array.ConvertAll(way.Actions, action => QuestionOf(action, way.PassedTo))))];
        foreach (AccessHolder holder in _index.Holders)
        {
            if (_administrators.Contains(holder.Identity.Arn) || holder.Identity is IamRole { IsServiceLinked: true } || holder.Policies.Count == 0)
                continue;
            PrincipalAccess?[] answers = new PrincipalAccess?[_questions.Count];
            bool[] asked = new bool[_questions.Count];
            foreach ((EscalationWay way, int[] questions) in ways)
            {
                if (Follow(holder, way, questions, answers, asked) is { } path)
                    yield return path;
            }
        }
    }

    private EscalationPath? Follow(AccessHolder holder, EscalationWay way, int[] questions, PrincipalAccess?[] answers, bool[] asked)
    {
        List<PrincipalAccess> steps = [];
        foreach (int question in questions)
        {
            if (!asked[question])
                answers[question] = _questions[question].Ask(holder);
            asked[question] = true;
            if (answers[question] is not { Access: not AccessStanding.Stopped } access)
                return null;
            steps.Add(access);
        }

        bool broad = IsBroad(way.Actions[0], steps[0]);
        IEnumerable<string> targets = TargetsOf(holder, way, steps[0], broad);
        if (!broad && !targets.Any())
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
            Targets = targets,
            IsCertain = steps.TrueForAll(step => step.Access == AccessStanding.Allowed),
        };
    }

    // A role is passed to one service; what may be passed to another does not help.
    private int QuestionOf(string action, string? passedTo)
    {
        string? service = action == PassRole ? passedTo : null;
        if (_numbers.TryGetValue((action, service), out int number))
            return number;
        RequestContext context = service is null ? RequestContext.Empty : new([new(PassedToService, service)]);
        _questions.Add(new(_index, action, null, context, ofAll: true));
        return _numbers[(action, service)] = _questions.Count - 1;
    }

    private bool IsBroad(string action, PrincipalAccess access)
    {
        if (!_targets.TryGetValue(action, out ActionTargets? targets))
            _targets.Add(action, targets = new(_index.Lookups.Catalog.FindAction(action), _index));
        return access.AllowedResource.Any(resource => targets.Covers([resource], "*"));
    }

    // Worked out only where it is looked at: who may do it to everything has the whole account for targets.
    private IEnumerable<string> TargetsOf(AccessHolder holder, EscalationWay way, PrincipalAccess access, bool broad)
    {
        IamIdentity self = holder.Identity;
        IEnumerable<IamEntity> candidates = way.Actions[0] switch
        {
            PassRole => RolesTrusting(way.PassedTo!).Of(broad),
            "iam:UpdateAssumeRolePolicy" or "iam:AttachRolePolicy" or "iam:PutRolePolicy" or "iam:DeleteRolePermissionsBoundary" => Roles.Of(broad, self as IamRole),
            "iam:CreateAccessKey" or "iam:CreateLoginProfile" or "iam:UpdateLoginProfile" => Users.Of(broad).Where(user => user.Arn != self.Arn),
            "iam:AttachUserPolicy" or "iam:PutUserPolicy" or "iam:DeleteUserPermissionsBoundary" => Users.Of(broad, self as IamUser),
            "iam:AttachGroupPolicy" or "iam:PutGroupPolicy" => self is IamUser user ? user.Groups.Select(_account.FindGroup).OfType<IamGroup>() : [],
            "iam:AddUserToGroup" => Groups.Of(broad).Where(group => !IsMember(holder, (IamGroup)group)),
            "iam:CreatePolicyVersion" or "iam:SetDefaultPolicyVersion" =>
                holder.Policies.Select(held => held.PolicyArn).OfType<string>().Distinct(StringComparer.Ordinal).Select(_account.FindPolicy).OfType<IamPolicy>().Where(policy => !policy.IsAwsManaged),
            _ => [],
        };
        return candidates.Select(entity => entity.Arn).Where(arn => access.AllowedResource.Any(pattern => Wildcards.Covers(pattern, arn, ignoreCase: false)));
    }

    private Targets RolesTrusting(string service)
    {
        if (!_trusting.TryGetValue(service, out Targets? roles))
            _trusting.Add(service, roles = new(_account.Roles.Where(role => Trusts(role, service)), role => _administrators.Contains(role.Arn)));
        return roles;
    }

    private bool IsAdministrators(IamGroup group) =>
        group.InlinePolicies.Any(policy => AccessFinder.AllowsEverything(policy.PolicyDocument))
        || group.AttachedPolicies.Any(policy => _account.FindPolicy(policy.PolicyArn)?.Document is { } document && AccessFinder.AllowsEverything(document));

    private static bool IsMember(AccessHolder holder, IamGroup group) =>
        holder.Identity is IamUser user && user.Groups.Contains(group.GroupName, StringComparer.OrdinalIgnoreCase);

    private static bool Trusts(IamRole role, string service) => role.AssumeRolePolicyDocument.Document?.Statements.Any(statement =>
        statement.IsAllow && statement.Principal is { } principal && principal.Entries.Any(entry => entry.Kind == "Service" && entry.Values.Contains(service))) == true;

    /// <summary>What may be done something to: all of a kind, and those of it that may do everything.</summary>
    private sealed class Targets(IEnumerable<IamEntity> all, Func<IamEntity, bool> isAdministrator)
    {
        private readonly IamEntity[] _all = [.. all];
        private IamEntity[]? _administrators;

        // One's own permissions are the nearest.
        public IEnumerable<IamEntity> Of(bool broad, IamIdentity? self = null)
        {
            if (broad)
                return _all;
            _administrators ??= Array.FindAll(_all, new(isAdministrator));
            return self is null or IamRole { IsServiceLinked: true } ? _administrators : _administrators.Prepend(self);
        }
    }
}
