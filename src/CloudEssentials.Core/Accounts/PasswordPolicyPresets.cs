namespace CloudEssentials.Accounts;

/// <summary>What the presets mean.</summary>
public static class PasswordPolicyPresets
{
    /// <summary>Applies a preset to a policy; what the preset says nothing of stays.</summary>
    /// <param name="preset">The preset.</param>
    /// <param name="policy">The policy as it is.</param>
    /// <returns>The policy as it should be.</returns>
    public static AccountPasswordPolicy Apply(this PasswordPolicyPreset preset, AccountPasswordPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        AccountPasswordPolicy stronger = policy with
        {
            // A policy of one's own ends AWS's default, which asks for three kinds: without these the preset would weaken it.
            MinimumPasswordLength = Math.Max(14, policy.MinimumPasswordLength),
            PasswordReusePrevention = 24,
            RequireSymbols = true,
            RequireNumbers = true,
            RequireUppercaseCharacters = true,
            RequireLowercaseCharacters = true,
            AllowUsersToChangePassword = true,
            IsDefault = false,
        };
        return preset == PasswordPolicyPreset.SecurityHub ? stronger with { MaxPasswordAge = Math.Min(90, policy.MaxPasswordAge ?? 90) } : stronger;
    }
}
