using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.Services.Organizations;

namespace CloudEssentials.Sandbox.Services;

/// <summary>Decides by the account's policies, with the module's own engine.</summary>
internal sealed class PolicyRequestAuthorizer : IRequestAuthorizer
{
    private const string SourceAddress = "127.0.0.1";

    public AuthorizationVerdict Decide(AuthorizationRequest request)
    {
        IamState iam = IamState.Of(request.State);
        IamIdentity? identity = IdentityOf(request.Caller, iam);
        CompiledPolicySet policies = CompiledPolicySet.Compile(Policies(request, iam, identity));
        foreach (string resource in request.Resources)
        {
            // Where the ARN names the account that owns the resource, that is the owner; else it is the caller's own.
            string? owner = request.ResourceAccount ?? (!request.IsDecidedByCallersAccount && resource.Split(':', 6) is { Length: 6 } parts && parts[4].Length == 12 ? null : request.Caller.AccountId);
            AccessPrincipal principal = request.Principal is { } other ? AccessPrincipal.Parse(other) : Principal(request.Caller, identity);
            Dictionary<string, object?> context = Context(request, resource);
            AccessDecision decision = policies.Evaluate(
                new AccessRequest(request.Action, resource, principal, owner, new RequestContext(context), request.State.Now), explain: false);
            if (decision.IsAllowed && request.Caller is { Kind: CallerKind.Root, SessionPolicyArns.Count: > 0 })
            {
                AccessDecision task = ByTask(request, iam, resource);
                decision = task.Decision == AccessVerdict.ExplicitlyDenied ? task with { DecidedBy = PolicyType.Session } : decision;
            }

            if (!decision.IsAllowed)
            {
                return new AuthorizationVerdict(false, resource, Reason(request.Action, decision), decision.Decision == AccessVerdict.ExplicitlyDenied)
                {
                    Denying = Denying(policies, decision),
                    Context = context,
                };
            }
        }

        return AuthorizationVerdict.Allowed;
    }

    // A task policy of AssumeRoot denies what is no part of the task; it allows nothing, for the root user needs no leave.
    private static AccessDecision ByTask(AuthorizationRequest request, IamState iam, string resource)
    {
        var set = new PolicySet { IdentityPolicies = SessionPolicies(request.Caller, iam)! };
        return CompiledPolicySet.Compile(set).Evaluate(
            new AccessRequest(request.Action, resource, null, request.Caller.AccountId, new RequestContext(Context(request, resource)), request.State.Now), explain: false);
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

    private static Dictionary<string, object?> Context(AuthorizationRequest request, string resource)
    {
        var context = new Dictionary<string, object?>(request.ContextOf?.Invoke(resource) ?? request.Context, StringComparer.OrdinalIgnoreCase)
        {
            ["aws:RequestedRegion"] = request.Region,
            ["aws:SourceIp"] = SourceAddress,
            ["aws:SecureTransport"] = "true",
        };
        if (request.Caller.Kind == CallerKind.Root)
        {
            context["aws:PrincipalArn"] = request.Caller.Arn;
        }

        if (request.Caller.IssuedAt is { } issued)
        {
            context["aws:TokenIssueTime"] = issued.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
            context.TryAdd("aws:MultiFactorAuthPresent", request.Caller.MfaPresent == true ? "true" : "false");
        }

        return context;
    }

    private static PolicyStatement? Denying(CompiledPolicySet policies, AccessDecision decision) =>
        decision is { Decision: AccessVerdict.ExplicitlyDenied, MatchedStatement: { } matched }
            ? policies.Statements.FirstOrDefault(statement => statement.IsDeny && statement.Type == decision.DecidedBy && statement.ToMatched() == matched)?.Source
            : null;

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

    private static PolicySet Policies(AuthorizationRequest request, IamState iam, IamIdentity? identity)
    {
        string? boundary = identity is null ? null : IamIdentity.BoundaryOf(identity);
        return new PolicySet
        {
            IdentityPolicies = identity is null ? [] : [.. AccountPolicies.Of(iam, identity)],
            PermissionsBoundary = boundary is null ? null : AccountPolicies.Managed(iam, boundary),
            SessionPolicies = SessionPolicies(request.Caller, iam),
            ServiceControlPolicies = AccountPolicies.Levels(request.State, request.Caller.AccountId, OrgState.ServiceControl),
            ResourceControlPolicies = AccountPolicies.Levels(request.State, request.ResourceAccount ?? request.State.Account.Value.AccountId, OrgState.ResourceControl),
            ManagementAccount = OrgState.Of(request.State).Cell.Value.Facts?.ManagementAccountId,
            ResourcePolicy = request.ResourcePolicy is null ? null : AccountPolicies.Named("the resource's policy", request.ResourcePolicy),
        };
    }

    private static List<NamedPolicy>? SessionPolicies(SandboxCaller caller, IamState iam)
    {
        List<NamedPolicy> policies =
        [
            .. caller.SessionPolicies.Select(text => AccountPolicies.Named("the session's policy", text)),
            .. caller.SessionPolicyArns.Select(arn => AccountPolicies.Managed(iam, arn)).OfType<NamedPolicy>(),
        ];
        return policies.Count == 0 ? null : policies;
    }
}
