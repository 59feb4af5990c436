namespace CloudEssentials.Accounts;

/// <summary>Password policies that others have thought out.</summary>
public enum PasswordPolicyPreset
{
    /// <summary>What CIS AWS Foundations 7.0.0 asks for (2.8 and 2.9), and all four kinds of characters.</summary>
    CIS,

    /// <summary>What Security Hub's IAM.10 to IAM.17 ask for: the same, and a change every 90 days.</summary>
    SecurityHub,
}
