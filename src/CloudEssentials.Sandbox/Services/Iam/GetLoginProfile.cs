using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Whether and since when a user has a console password.</summary>
internal sealed class GetLoginProfile : LoginProfileOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        if (Owner(call) is not { } name)
        {
            RequireRootPassword(call);
            return Answer(call.AccountId, call.State.Account.Value.Created, resetRequired: false);
        }

        IamLoginProfile profile = Profile(call, name);
        return Answer(name, profile.Created, profile.ResetRequired);
    }
}
