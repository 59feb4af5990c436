using System.Runtime.CompilerServices;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.Services.Organizations;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services;

/// <summary>The documents that an account's policies hold, parsed once for as long as their text lives.</summary>
internal static class AccountPolicies
{
    private static readonly ConditionalWeakTable<string, PolicyDocument> Documents = [];

    public static NamedPolicy Named(string name, string text) => new(name, Documents.GetValue(text, PolicyDocument.Parse));

    /// <summary>A managed policy's document in force; null if there is no such policy.</summary>
    public static NamedPolicy? Managed(IamState iam, string arn) =>
        ManagedPolicies.Seen(iam, arn) is { } policy ? Named(arn, ManagedPolicies.DefaultDocument(policy)) : null;

    /// <summary>The policies of an identity, and, for a user, of its groups.</summary>
    public static IEnumerable<NamedPolicy> Of(IamState iam, IamIdentity identity) => Own(iam, identity).Concat(
        identity is IamUser user
            ? user.Groups.Select(name => iam.Groups.TryGetSeen(name, out IamGroup? group) ? group : null).OfType<IamGroup>().SelectMany(group => Own(iam, group))
            : []);

    /// <summary>The control policies over an account, from the root down; null where none apply.</summary>
    public static IReadOnlyList<PolicyLevel>? Levels(SandboxState state, string accountId, string type) => OrgState.Of(state).LevelsOver(accountId, type)?
        .Select(level => new PolicyLevel(level.Target, [.. level.Policies.Select(policy => Named(policy.Name, policy.Content))]))
        .ToList();

    private static IEnumerable<NamedPolicy> Own(IamState iam, IamIdentity identity) =>
        identity.InlinePolicies.Select(policy => Named(policy.Key, policy.Value))
            .Concat(identity.AttachedPolicies.Select(arn => Managed(iam, arn)).OfType<NamedPolicy>());
}
