using System.Collections.Immutable;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services;

/// <summary>
/// Someone has called: what AWS keeps of that in the credential report, in a role's last use and in service last accessed details.
/// </summary>
/// <param name="Caller">Who.</param>
/// <param name="Service">The prefix of the service's actions.</param>
/// <param name="Action">The operation.</param>
/// <param name="Region">The Region.</param>
internal sealed record CredentialUse(SandboxCaller Caller, string Service, string Action, string Region)
{
    // "When an access key is used more than once in a 15-minute span, only the first use is recorded" (credential report).
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(15);

    /// <summary>Whether it is worth keeping: the last use that was kept is long enough ago.</summary>
    public bool IsDue(SandboxState whole)
    {
        if (whole.Find(Caller.AccountId) is not { } state || Caller.AccessKeyId == SandboxAccount.RootAccessKeyId)
        {
            return false;
        }

        IamState iam = IamState.Of(state);
        DateTimeOffset since = state.Now - Span;
        bool keyIsDue = iam.AccessKeys.TryGet(Caller.AccessKeyId, out IamAccessKey? key) && !(key.LastUse?.At > since && key.LastUse.Service == Service);
        return keyIsDue || (Entity(iam) is { } arn && !(iam.Uses.TryGet(arn, out ServiceUses? uses)
            && uses.Services.TryGetValue(Service, out ServiceUse? last) && last.Actions.TryGetValue(Action, out DateTimeOffset at) && at > since));
    }

    /// <summary>Writes it down.</summary>
    public bool Record(SandboxState whole)
    {
        SandboxState state = whole.Find(Caller.AccountId)!;
        IamState iam = IamState.Of(state);
        DateTimeOffset now = state.Now;
        if (iam.AccessKeys.TryGet(Caller.AccessKeyId, out IamAccessKey? key))
        {
            iam.AccessKeys[key.Id] = key with { LastUse = new IamUse(now, Service, Region) };
        }

        if (Caller.Kind == CallerKind.AssumedRole && iam.Roles.TryGet(Caller.Name!, out IamRole? role))
        {
            iam.Roles[role.Name] = role with { LastUsed = now, LastUsedRegion = Region };
        }

        if (Entity(iam) is { } arn)
        {
            ImmutableSortedDictionary<string, ServiceUse> services =
                iam.Uses.TryGet(arn, out ServiceUses? uses) ? uses.Services : ImmutableSortedDictionary<string, ServiceUse>.Empty;
            ImmutableSortedDictionary<string, DateTimeOffset> actions =
                services.TryGetValue(Service, out ServiceUse? last) ? last.Actions : ImmutableSortedDictionary<string, DateTimeOffset>.Empty;
            iam.Uses[arn] = new ServiceUses(services.SetItem(Service, new ServiceUse(now, Region, actions.SetItem(Action, now))));
        }

        return true;
    }

    private string? Entity(IamState iam) => Caller.Kind switch
    {
        CallerKind.User or CallerKind.FederatedUser => iam.Users.TryGet(Caller.Name!, out IamUser? user) ? user.Arn : null,
        CallerKind.AssumedRole => iam.Roles.TryGet(Caller.Name!, out IamRole? role) ? role.Arn : null,
        _ => null,
    };
}
