using System.Runtime.CompilerServices;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.Services.Organizations;

namespace CloudEssentials.Sandbox.Services;

/// <summary>Decides by the account's policies, with the module's own engine.</summary>
internal sealed class PolicyRequestAuthorizer : IRequestAuthorizer
{
    private const string SourceAddress = "127.0.0.1";

    // Documents live as long as the state that holds their text.
    private readonly ConditionalWeakTable<string, PolicyDocument> documents = [];

    public AuthorizationVerdict Decide(AuthorizationRequest request)
    {
        IamState iam = IamState.Of(request.State);
        IamIdentity? identity = IdentityOf(request.Caller, iam);
        CompiledPolicySet policies = CompiledPolicySet.Compile(Policies(request, iam, identity));
        foreach (string resource in request.Resources)
        {
            // Where the ARN names the account that owns the resource, that is the owner; else it is the caller's own.
            string? owner = resource.Split(':', 6) is { Length: 6 } parts && parts[4].Length == 12 ? null : request.Caller.AccountId;
            AccessPrincipal principal = request.Principal is { } other ? AccessPrincipal.Parse(other) : Principal(request.Caller, identity);
            AccessDecision decision = policies.Evaluate(
                new AccessRequest(request.Action, resource, principal, owner, Context(request), request.State.Now), explain: false);
            if (decision.IsAllowed && request.Caller is { Kind: CallerKind.Root, SessionPolicyArns.Count: > 0 })
            {
                decision = ByTask(request, iam, resource);
            }

            if (!decision.IsAllowed)
            {
                return new AuthorizationVerdict(
                    false, resource, Reason(request.Action, decision), decision.Decision == AccessVerdict.ExplicitlyDenied);
            }
        }

        return AuthorizationVerdict.Allowed;
    }

    // A root session of AssumeRoot may do what its task policy allows, and nothing else.
    private AccessDecision ByTask(AuthorizationRequest request, IamState iam, string resource)
    {
        var set = new PolicySet { IdentityPolicies = SessionPolicies(request.Caller, iam)! };
        return CompiledPolicySet.Compile(set).Evaluate(
            new AccessRequest(request.Action, resource, null, request.Caller.AccountId, Context(request), request.State.Now), explain: false);
    }

    private static IamIdentity? IdentityOf(SandboxCaller caller, IamState iam) => caller.Kind switch
    {
        CallerKind.User or CallerKind.FederatedUser => iam.Users.TryGetSeen(caller.Name!, out IamUser? user) ? user : null,
        CallerKind.AssumedRole => iam.Roles.TryGetSeen(caller.Name!, out IamRole? role) ? role : null,
        _ => null,
    };

    private static AccessPrincipal Principal(SandboxCaller caller, IamIdentity? identity) => AccessPrincipal.Parse(caller.Arn).With(
        parentArn: identity is IamRole ? identity.Arn : null,
        uniqueId: identity?.Id,
        tags: identity switch { IamUser user => user.Tags, IamRole role => role.Tags, _ => null });

    private static RequestContext Context(AuthorizationRequest request)
    {
        var context = new Dictionary<string, object?>(request.Context, StringComparer.OrdinalIgnoreCase)
        {
            ["aws:RequestedRegion"] = request.Region,
            ["aws:SourceIp"] = SourceAddress,
            ["aws:SecureTransport"] = "true",
        };
        if (request.Caller.IssuedAt is { } issued)
        {
            context["aws:TokenIssueTime"] = issued.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
            context.TryAdd("aws:MultiFactorAuthPresent", request.Caller.MfaPresent == true ? "true" : "false");
        }

        return new RequestContext(context);
    }

    private static string Reason(string action, AccessDecision decision)
    {
        string kind = decision.DecidedBy switch
        {
            PolicyType.PermissionsBoundary => "permissions boundary",
            PolicyType.Session => "session policy",
            PolicyType.Resource or PolicyType.Trust => "resource-based policy",
            PolicyType.ServiceControl => "service control policy",
            PolicyType.ResourceControl => "resource control policy",
            PolicyType.VpcEndpoint => "VPC endpoint policy",
            _ => "identity-based policy",
        };
        string article = kind.StartsWith('i') ? "an" : "a";
        return decision.Decision == AccessVerdict.ExplicitlyDenied
            ? $"with an explicit deny in {article} {kind}"
            : $"because no {kind} allows the {action} action";
    }

    private PolicySet Policies(AuthorizationRequest request, IamState iam, IamIdentity? identity)
    {
        string? boundary = identity switch { IamUser user => user.PermissionsBoundary, IamRole role => role.PermissionsBoundary, _ => null };
        return new PolicySet
        {
            IdentityPolicies = identity is null ? [] : [.. OfIdentity(iam, identity), .. OfGroups(iam, identity)],
            PermissionsBoundary = boundary is null ? null : Managed(iam, boundary),
            SessionPolicies = SessionPolicies(request.Caller, iam),
            ServiceControlPolicies = Levels(request, request.Caller.AccountId, OrgState.ServiceControl),
            ResourceControlPolicies = Levels(request, request.State.Account.Value.AccountId, OrgState.ResourceControl),
            ManagementAccount = OrgState.Of(request.State).Cell.Value.Facts?.ManagementAccountId,
            ResourcePolicy = request.ResourcePolicy is null ? null : Named("the resource's policy", request.ResourcePolicy),
        };
    }

    private List<PolicyLevel>? Levels(AuthorizationRequest request, string accountId, string type) =>
        OrgState.Of(request.State).LevelsOver(accountId, type)?
            .Select(level => new PolicyLevel(level.Target, [.. level.Policies.Select(policy => Named(policy.Name, policy.Content))]))
            .ToList();

    private IEnumerable<NamedPolicy> OfGroups(IamState iam, IamIdentity identity) => identity is IamUser user
        ? user.Groups.Select(name => iam.Groups.TryGetSeen(name, out IamGroup? group) ? group : null).OfType<IamGroup>().SelectMany(group => OfIdentity(iam, group))
        : [];

    private IEnumerable<NamedPolicy> OfIdentity(IamState iam, IamIdentity identity) =>
        identity.InlinePolicies.Select(policy => Named(policy.Key, policy.Value))
            .Concat(identity.AttachedPolicies.Select(arn => Managed(iam, arn)).OfType<NamedPolicy>());

    private List<NamedPolicy>? SessionPolicies(SandboxCaller caller, IamState iam)
    {
        List<NamedPolicy> policies =
        [
            .. caller.SessionPolicies.Select(text => Named("the session's policy", text)),
            .. caller.SessionPolicyArns.Select(arn => Managed(iam, arn)).OfType<NamedPolicy>(),
        ];
        return policies.Count == 0 ? null : policies;
    }

    private NamedPolicy? Managed(IamState iam, string arn) =>
        ManagedPolicies.Seen(iam, arn) is { } policy ? Named(arn, ManagedPolicies.DefaultDocument(policy)) : null;

    private NamedPolicy Named(string name, string text) => new(name, documents.GetValue(text, PolicyDocument.Parse));
}
