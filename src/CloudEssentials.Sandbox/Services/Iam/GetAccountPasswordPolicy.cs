using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The account's own password policy.</summary>
internal sealed class GetAccountPasswordPolicy : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamPasswordPolicy policy = IamState.Of(call.State).PasswordPolicy.Seen.Policy
            ?? throw IamErrors.NoSuchEntity($"The Password Policy with domain name {call.AccountId} cannot be found.");
        return new JsonObject
        {
            ["PasswordPolicy"] = new JsonObject
            {
                ["MinimumPasswordLength"] = policy.MinimumLength,
                ["RequireSymbols"] = policy.RequireSymbols,
                ["RequireNumbers"] = policy.RequireNumbers,
                ["RequireUppercaseCharacters"] = policy.RequireUppercase,
                ["RequireLowercaseCharacters"] = policy.RequireLowercase,
                ["AllowUsersToChangePassword"] = policy.AllowUsersToChange,
                ["ExpirePasswords"] = policy.MaxAge is not null,
                ["MaxPasswordAge"] = policy.MaxAge,
                ["PasswordReusePrevention"] = policy.ReusePrevention,
                ["HardExpiry"] = policy.HardExpiry,
            },
        };
    }
}
