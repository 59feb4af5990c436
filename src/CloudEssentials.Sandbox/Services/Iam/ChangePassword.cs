using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Lets a user choose another console password.</summary>
internal sealed class ChangePassword : LoginProfileOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        if (call.Caller.Kind != CallerKind.User)
        {
            throw new ServiceError("InvalidUserType", "Only an IAM user can change their own password.");
        }

        IamState iam = IamState.Of(call.State);
        string name = call.Caller.Name!;
        IamLoginProfile profile = Profile(call, name);
        if (iam.PasswordPolicy.Value.Policy is { AllowUsersToChange: false })
        {
            throw new ServiceError("AccessDenied", "The account's password policy does not let users change their own passwords.", 403);
        }

        if (!Passwords.Matches(call.RequiredText("OldPassword"), profile.PasswordHash))
        {
            throw new ServiceError("InvalidUserType", "The old password was incorrect.");
        }

        Put(call, name, Changed(call, name, profile, call.RequiredText("NewPassword")) with { ResetRequired = false });
        return [];
    }
}
