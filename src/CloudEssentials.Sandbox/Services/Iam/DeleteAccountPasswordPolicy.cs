using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives up the account's own password policy for AWS's.</summary>
internal sealed class DeleteAccountPasswordPolicy : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        StateCell<PasswordPolicyCell> cell = IamState.Of(call.State).PasswordPolicy;
        cell.Value = cell.Value.Policy is null
            ? throw IamErrors.NoSuchEntity("The account policy with name PasswordPolicy cannot be found.")
            : new PasswordPolicyCell(null);
        return [];
    }
}
