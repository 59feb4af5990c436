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
    private readonly Dictionary<string, IamRole[]> _trusting = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _administrators = new(() => new(account.Access.Holders.Where(AccessFinder.IsAdministrator).Select(holder => holder.Identity.Arn), StringComparer.Ordinal));

    /// <summary>Finds them all.</summary>
    /// <returns>By principal: users by name, then roles by name.</returns>
    public IEnumerable<EscalationPath> Find()
    {
        (EscalationWay Way, int[] Questions)[] ways = [.. EscalationWay.All.Select(way => (way, Array.ConvertAll(way.Actions, action => QuestionOf(action, way.PassedTo))))];
        foreach (AccessHolder holder in _index.Holders)
        {
            if (_administrators.Value.Contains(holder.Identity.Arn) || holder.Identity is IamRole { IsServiceLinked: true } || holder.Policies.Length == 0)
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
