namespace CloudEssentials.Sandbox.Scenarios;

/// <summary>What a sandbox account may hold from the start.</summary>
public enum SandboxScenario
{
    /// <summary>An account as AWS makes one: a root user with a password, and nothing else.</summary>
    Fresh,

    /// <summary>A small company that does it right: groups, MFA, roles, a password policy, a locked-away root user.</summary>
    SmallCompany,

    /// <summary>An account with the faults that audits find; <see cref="MessyAccount.Sins"/> lists them all.</summary>
    Messy,

    /// <summary>3,000 users, 300 groups, 500 roles, and an organization of 200 accounts.</summary>
    Enterprise,
}
