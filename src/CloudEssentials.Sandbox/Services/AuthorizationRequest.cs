using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services;

/// <summary>What a caller wants to be allowed.</summary>
/// <param name="Caller">Who.</param>
/// <param name="Action">The action, such as <c>ec2:DescribeRegions</c>.</param>
/// <param name="Resources">The ARNs to act upon, or <c>*</c>.</param>
/// <param name="Region">The Region called.</param>
/// <param name="State">The account's state, which holds the policies.</param>
internal sealed record AuthorizationRequest(
    SandboxCaller Caller, string Action, IReadOnlyList<string> Resources, string Region, SandboxState State)
{
    /// <summary>The policy of the resource, where it has one: for a role, its trust policy.</summary>
    public string? ResourcePolicy { get; init; }

    /// <summary>The account that owns the resource, where its ARN does not tell; null for the caller's.</summary>
    public string? ResourceAccount { get; init; }

    /// <summary>Who asks, where it is not the caller: the identity provider whose token stands for one.</summary>
    public string? Principal { get; init; }

    /// <summary>Whether the caller's own policies decide alone, although the ARN is of another account.</summary>
    public bool IsDecidedByCallersAccount { get; init; }

    /// <summary>What is known of the request beyond what every request tells.</summary>
    public IReadOnlyDictionary<string, object?> Context { get; init; } = new Dictionary<string, object?>();

    /// <summary>The same for one of the resources, where it differs between them; null where it does not.</summary>
    public Func<string, IReadOnlyDictionary<string, object?>>? ContextOf { get; init; }
}
