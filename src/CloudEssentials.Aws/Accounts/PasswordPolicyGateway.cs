using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Aws.Accounts;

/// <summary>The account's password policy.</summary>
/// <param name="connection">The account.</param>
public sealed class PasswordPolicyGateway(AwsConnection connection)
{
    private readonly AmazonIdentityManagementServiceClient _client = connection.Iam();

    /// <summary>Reads it.</summary>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The policy; AWS's default where the account has set none.</returns>
    public async Task<AccountPasswordPolicy> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            PasswordPolicy policy = (await _client.GetAccountPasswordPolicyAsync(new(), cancellationToken).ConfigureAwait(false)).PasswordPolicy;
            return new()
            {
                MinimumPasswordLength = policy.MinimumPasswordLength ?? 6,
                RequireSymbols = policy.RequireSymbols ?? false,
                RequireNumbers = policy.RequireNumbers ?? false,
                RequireUppercaseCharacters = policy.RequireUppercaseCharacters ?? false,
                RequireLowercaseCharacters = policy.RequireLowercaseCharacters ?? false,
                AllowUsersToChangePassword = policy.AllowUsersToChangePassword ?? false,
                MaxPasswordAge = policy.MaxPasswordAge is > 0 and var age ? age : null,
                PasswordReusePrevention = policy.PasswordReusePrevention is > 0 and var count ? count : null,
                HardExpiry = policy.HardExpiry ?? false,
            };
        }
        catch (NoSuchEntityException)
        {
            return new() { IsDefault = true };
        }
    }

    /// <summary>Sets it as a whole.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task WriteAsync(AccountPasswordPolicy policy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policy);
        await _client.UpdateAccountPasswordPolicyAsync(
            new()
            {
                MinimumPasswordLength = policy.MinimumPasswordLength,
                RequireSymbols = policy.RequireSymbols,
                RequireNumbers = policy.RequireNumbers,
                RequireUppercaseCharacters = policy.RequireUppercaseCharacters,
                RequireLowercaseCharacters = policy.RequireLowercaseCharacters,
                AllowUsersToChangePassword = policy.AllowUsersToChangePassword,
                MaxPasswordAge = policy.MaxPasswordAge,
                PasswordReusePrevention = policy.PasswordReusePrevention,
                HardExpiry = policy.HardExpiry,
            },
            cancellationToken).ConfigureAwait(false);
    }
}
