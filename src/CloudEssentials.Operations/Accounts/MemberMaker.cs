using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Takes the steps to a new member of a team; a second run finds what the first one made.</summary>
internal sealed class MemberMaker(NewTeamMemberRequest request, AccountPlace place, IOperationHost host, CancellationToken cancellationToken)
{
    /// <summary>The group that asks for MFA where those of the job do not.</summary>
    internal const string MfaGroup = "MfaRequired";

    private readonly MemberGateway _gateway = new(place.Connection);
    private readonly ChangeSteps _steps = new(host);
    private string? _arn;
    private string? _mfaGroup;
    private string? _password;
    private (string Id, string Secret)? _key;

    /// <summary>True once a password or a key was made.</summary>
    internal bool HoldsSecret => _password is not null || _key is not null;

    /// <summary>The member; null where a step was declined and nothing secret was made.</summary>
    internal TeamMember? Result => _arn is null || (_steps.Declined && !HoldsSecret)
        ? null
        : new()
        {
            UserName = request.UserName,
            Arn = _arn,
            Group = Groups(),
            MfaRequiredBy = _mfaGroup,
            SignInUrl = request.Console ? SignInUrl() : null,
            InitialPassword = _password,
            AccessKeyId = _key?.Id,
            SecretAccessKey = _key?.Secret,
            Change = _steps.Done,
            AccountId = place.AccountId,
            Source = place.Source,
        };

    private string Name => request.UserName;

    /// <summary>Takes the steps.</summary>
    internal async Task MakeAsync()
    {
        foreach (string group in request.Group)
        {
            if (await _gateway.FindGroupAsync(group, cancellationToken).ConfigureAwait(false) is null)
                throw new CloudException("GroupMissing", $"There is no group '{group}'.", CloudErrorCategory.ObjectNotFound, group, "Make it with New-JobFunctionGroup, or look at the names of the groups.");
        }

        await FindMfaGroupAsync().ConfigureAwait(false);
        _arn = await _gateway.FindUserAsync(Name, cancellationToken).ConfigureAwait(false);
        bool isNew = _arn is null;
        if (isNew)
            await _steps.TakeAsync(Name, "Create the user", async () => _arn = await _gateway.CreateUserAsync(Name, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        // The deny comes before what is allowed, and both before any credential.
        IReadOnlyList<string> current = isNew ? [] : await _gateway.GroupsOfAsync(Name, cancellationToken).ConfigureAwait(false);
        foreach (string group in Groups().AsEnumerable().Reverse().Except(current, StringComparer.OrdinalIgnoreCase))
            await _steps.TakeAsync($"{Name}: {group}", "Add the user to the group", () => _gateway.AddAsync(Name, group, cancellationToken)).ConfigureAwait(false);
        await GiveCredentialsAsync(isNew).ConfigureAwait(false);
    }

    private string[] Groups() =>
        [.. (_mfaGroup is null ? request.Group : request.Group.Append(_mfaGroup)).Distinct(StringComparer.OrdinalIgnoreCase)];

    private async Task FindMfaGroupAsync()
    {
        foreach (string group in request.Group)
        {
            if (await AsksForMfaAsync(group).ConfigureAwait(false))
            {
                _mfaGroup = group;
                return;
            }
        }

        host.WriteVerbose($"No group of {string.Join(", ", request.Group)} asks for MFA: {MfaGroup} does it.");
        await new GroupMaker(_gateway, _steps, cancellationToken).MakeAsync(
            MfaGroup,
            [],
            [.. new[] { TaskPolicies.RequireMfa, TaskPolicies.SelfService }.Select(task => KeyValuePair.Create(task, TaskPolicies.Make(task)))]).ConfigureAwait(false);
        _mfaGroup = MfaGroup;
    }

    private async Task<bool> AsksForMfaAsync(string group)
    {
        foreach (string name in await _gateway.InlinePoliciesOfAsync(group, cancellationToken).ConfigureAwait(false))
        {
            if (MfaRule.IsIn(await _gateway.InlinePolicyOfAsync(group, name, cancellationToken).ConfigureAwait(false)))
                return true;
        }

        foreach (string arn in await _gateway.ManagedPoliciesOfAsync(group, cancellationToken).ConfigureAwait(false))
        {
            // AWS's own policies ask for no MFA: only those of the account can.
            if (!arn.Contains("::aws:policy/", StringComparison.Ordinal) && MfaRule.IsIn(await _gateway.ManagedPolicyAsync(arn, cancellationToken).ConfigureAwait(false)))
                return true;
        }

        return false;
    }

    private async Task GiveCredentialsAsync(bool isNew)
    {
        if (request.Console)
        {
            if (!isNew && await _gateway.HasPasswordAsync(Name, cancellationToken).ConfigureAwait(false))
                host.WriteWarning($"{Name} has a password already; it stays.");
            else
                await _steps.TakeAsync(Name, "Give a password, to be changed at the first sign-in", GivePasswordAsync).ConfigureAwait(false);
        }

        if (request.Programmatic)
        {
            if (!isNew && await _gateway.AccessKeysOfAsync(Name, cancellationToken).ConfigureAwait(false) is { Count: > 0 })
                host.WriteWarning($"{Name} has an access key already; no other is made.");
            else
                await _steps.TakeAsync(Name, "Make an access key", async () => _key = await _gateway.CreateAccessKeyAsync(Name, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    private async Task GivePasswordAsync()
    {
        AccountPasswordPolicy policy = await new PasswordPolicyGateway(place.Connection).ReadAsync(cancellationToken).ConfigureAwait(false);
        string password = PasswordMaker.Make(policy);
        await _gateway.SetPasswordAsync(Name, password, cancellationToken).ConfigureAwait(false);
        _password = password;
    }

    private Uri SignInUrl() => place.Connection.Partition switch
    {
        "aws-cn" => new($"https://{place.AccountId}.signin.amazonaws.cn/console"),
        "aws-us-gov" => new($"https://{place.AccountId}.signin.amazonaws-us-gov.com/console"),
        _ => new($"https://{place.AccountId}.signin.aws.amazon.com/console"),
    };
}
