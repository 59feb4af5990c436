using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Sets what the account asks of its users' passwords.</summary>
[Operation("Set", "AccountPasswordPolicy", Impact = ChangeImpact.Medium)]
public sealed class SetAccountPasswordPolicy : IOperation<SetAccountPasswordPolicyRequest, AccountPasswordPolicy>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<AccountPasswordPolicy> RunAsync(
        SetAccountPasswordPolicyRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Check(request);
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        PasswordPolicyGateway gateway = new(place.Connection);
        AccountPasswordPolicy current = await gateway.ReadAsync(cancellationToken).ConfigureAwait(false);
        AccountPasswordPolicy wanted = Merge(request, current);
        if (wanted == current)
        {
            host.WriteVerbose("The policy is as it should be.");
        }
        else if (await host.ShouldProcessAsync($"the password policy of account {place.AccountId}", $"Set to {wanted.MinimumPasswordLength} characters or more, {wanted.Characters}").ConfigureAwait(false))
        {
            await gateway.WriteAsync(wanted, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            yield break;
        }

        yield return place.Sign(wanted);
    }

    private static AccountPasswordPolicy Merge(SetAccountPasswordPolicyRequest request, AccountPasswordPolicy current)
    {
        AccountPasswordPolicy basis = request.Preset?.Apply(current) ?? current with { IsDefault = false };
        return basis with
        {
            MinimumPasswordLength = request.MinimumPasswordLength ?? basis.MinimumPasswordLength,
            RequireSymbols = request.RequireSymbols ?? basis.RequireSymbols,
            RequireNumbers = request.RequireNumbers ?? basis.RequireNumbers,
            RequireUppercaseCharacters = request.RequireUppercaseCharacters ?? basis.RequireUppercaseCharacters,
            RequireLowercaseCharacters = request.RequireLowercaseCharacters ?? basis.RequireLowercaseCharacters,
            AllowUsersToChangePassword = request.AllowUsersToChangePassword ?? basis.AllowUsersToChangePassword,
            MaxPasswordAge = (request.MaxPasswordAge ?? basis.MaxPasswordAge) is > 0 and var age ? age : null,
            PasswordReusePrevention = (request.PasswordReusePrevention ?? basis.PasswordReusePrevention) is > 0 and var count ? count : null,
            HardExpiry = request.HardExpiry ?? basis.HardExpiry,
        };
    }

    private static void Check(SetAccountPasswordPolicyRequest request)
    {
        InRange("MinimumPasswordLength", request.MinimumPasswordLength, 6, 128);
        InRange("MaxPasswordAge", request.MaxPasswordAge, 0, 1095);
        InRange("PasswordReusePrevention", request.PasswordReusePrevention, 0, 24);
        if (request is { Preset: null, MinimumPasswordLength: null, RequireSymbols: null, RequireNumbers: null, RequireUppercaseCharacters: null, RequireLowercaseCharacters: null, AllowUsersToChangePassword: null, MaxPasswordAge: null, PasswordReusePrevention: null, HardExpiry: null })
            throw new CloudException("NothingToSet", "Nothing is given to set.", remedy: "Give -Preset CIS, or a rule such as -MinimumPasswordLength 14.");
    }

    private static void InRange(string parameter, int? value, int least, int most)
    {
        if (value < least || value > most)
            throw new CloudException("PasswordRuleInvalid", $"-{parameter} {value} is not valid.", CloudErrorCategory.InvalidArgument, value, $"IAM takes {least} to {most}.");
    }
}
