namespace CloudEssentials.Operations.Sandboxes;

/// <summary>A sandbox account that was made in a file.</summary>
public sealed record SandboxAccountInfo
{
    /// <summary>The file's full path.</summary>
    public required string SandboxPath { get; init; }

    /// <summary>What the account holds: Fresh, SmallCompany, Messy or Enterprise.</summary>
    public required string Scenario { get; init; }

    /// <summary>The account's id, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>How many users it has, the root user not counted.</summary>
    public required int UserCount { get; init; }

    /// <summary>How many groups.</summary>
    public required int GroupCount { get; init; }

    /// <summary>How many roles.</summary>
    public required int RoleCount { get; init; }

    /// <summary>How many accounts its organization has, itself among them; 0 without one.</summary>
    public required int OrganizationAccountCount { get; init; }

    /// <summary>Always <c>Sandbox</c>.</summary>
    public string Source { get; } = "Sandbox";
}
