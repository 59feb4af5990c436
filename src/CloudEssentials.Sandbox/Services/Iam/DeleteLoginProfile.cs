using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a console password away; in a root session of a member account, the root user's.</summary>
internal sealed class DeleteLoginProfile : LoginProfileOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        if (Owner(call) is { } name)
        {
            _ = Profile(call, name);
            Put(call, name, null);
            return [];
        }

        RequireRootPassword(call);
        IamState iam = IamState.Of(call.State);
        iam.Root.Value = iam.Root.Value with { HasPassword = false };
        return [];
    }
}
