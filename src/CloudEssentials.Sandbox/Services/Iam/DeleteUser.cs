using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a user away, once nothing hangs on it.</summary>
internal sealed class DeleteUser : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IdentityKinds.User.Delete(call, user => Check(call, user));
        return [];
    }

    private static void Check(OperationCall call, IamUser user)
    {
        if (user.Groups.Count > 0)
        {
            throw IamErrors.DeleteConflict("Cannot delete entity, must remove users from group first.");
        }

        IamState iam = IamState.Of(call.State);
        Require(!iam.KeysOf(user.Name).Any(), "delete access keys");
        Require(user.LoginProfile is null, "delete login profile");
        Require(!iam.MfaOf(user.Name).Any(), "delete MFA device");
        Require(!iam.CertificatesOf(user.Name).Any(), "delete signing certificates");
        Require(!iam.SshKeys.Current.Values.Any(key => key.UserName == user.Name), "delete SSH public keys");
    }

    private static void Require(bool isGone, string what)
    {
        if (!isGone)
        {
            throw IamErrors.DeleteConflict($"Cannot delete entity, must {what} first.");
        }
    }
}
