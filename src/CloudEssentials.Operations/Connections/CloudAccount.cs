using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Operations.Connections;

/// <summary>An account that this shell is connected to: who one is there, where, and by which credentials. Holds no secret that could be shown.</summary>
public sealed record CloudAccount
{
    /// <summary>The account's id, 12 digits; null until AWS was asked.</summary>
    public string? AccountId { get; init; }

    /// <summary>The ARN of the caller; null until AWS was asked.</summary>
    public string? Arn { get; init; }

    /// <summary>The caller without partition and account, such as <c>user/bo</c>, <c>assumed-role/Auditor/bo</c> or <c>root</c>.</summary>
    public string? Caller => Arn?.Split(':', 6)[^1];

    /// <summary>The account's alias, where it has one and the caller may read it.</summary>
    public string? Alias { get; init; }

    /// <summary>The Region that calls go to, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The partition of the Region, such as <c>aws</c> or <c>aws-cn</c>.</summary>
    public string? Partition { get; init; }

    /// <summary>Where the credentials came from, in words.</summary>
    public required string CredentialSource { get; init; }

    /// <summary>The address of the Security Token Service that named the account; null for the sandbox, which has none.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>True for the built-in sandbox account.</summary>
    public bool IsSandbox { get; init; }

    /// <summary><c>AWS</c> or <c>Sandbox</c>.</summary>
    public string Source => IsSandbox ? "Sandbox" : "AWS";

    /// <summary>What calls AWS; null in a copy that was serialized.</summary>
    internal AwsConnection? Connection { get; init; }
}
