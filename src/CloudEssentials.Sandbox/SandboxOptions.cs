using CloudEssentials.Sandbox.Faults;

namespace CloudEssentials.Sandbox;

/// <summary>How a sandbox account is to be.</summary>
public sealed record SandboxOptions
{
    /// <summary>The account's twelve digits, for an account that is made new.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>What ids, keys and request ids are made from; null for a chance one. The same seed and the same calls give the same ids.</summary>
    public string? Seed { get; init; }

    /// <summary>The account's clock, by which resources are created, age and become visible.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// The clock by which signatures are fresh or stale, and which the Date header tells. It is apart from <see cref="Clock"/>,
    /// since callers sign by their own clock, wherever the account's stands.
    /// </summary>
    public TimeProvider SignatureClock { get; init; } = TimeProvider.System;

    /// <summary>
    /// How long after a change reads still show what was before, by kind of resource, such as <c>iam:users</c>; <c>*</c> is for every
    /// kind that is not named.
    /// </summary>
    public IReadOnlyDictionary<string, TimeSpan> ConsistencyLag { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>How long things take, by <see cref="Clock"/>.</summary>
    public SandboxTimings Timings { get; init; } = new();

    /// <summary>How many vCPUs the On-Demand instances of the standard families may have in each Region.</summary>
    public int StandardVcpuQuota { get; init; } = 32;

    /// <summary>Faults that are there from the first call.</summary>
    public IReadOnlyList<SandboxFault> Faults { get; init; } = [];

    /// <summary>Regions that the account has opted in to, beyond those that need no opting in; for an account that is made new.</summary>
    public IReadOnlyList<string> OptedInRegions { get; init; } = [];
}
