using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes the account's password policy anew: what is not said is as AWS has it at first.</summary>
internal sealed class UpdateAccountPasswordPolicy : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState.Of(call.State).PasswordPolicy.Value = new PasswordPolicyCell(new IamPasswordPolicy
        {
            MinimumLength = call.Number("MinimumPasswordLength") ?? 6,
            RequireSymbols = call.Flag("RequireSymbols"),
            RequireNumbers = call.Flag("RequireNumbers"),
            RequireUppercase = call.Flag("RequireUppercaseCharacters"),
            RequireLowercase = call.Flag("RequireLowercaseCharacters"),
            AllowUsersToChange = call.Flag("AllowUsersToChangePassword"),
            MaxAge = call.Number("MaxPasswordAge"),
            ReusePrevention = call.Number("PasswordReusePrevention"),
            HardExpiry = call.Input.ContainsKey("HardExpiry") ? call.Flag("HardExpiry") : null,
        });
        return [];
    }
}
