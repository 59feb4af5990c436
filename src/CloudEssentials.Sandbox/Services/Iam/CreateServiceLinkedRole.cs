using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes the role with which a service acts in the account.</summary>
internal sealed class CreateServiceLinkedRole : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string service = call.RequiredText("AWSServiceName");
        if (!service.EndsWith(".amazonaws.com", StringComparison.Ordinal))
        {
            throw IamErrors.InvalidInput($"{service} is not a service that has service-linked roles.");
        }

        string name = ServiceLinkedRoles.NameOf(service, call.Text("CustomSuffix"));
        if (iam.Roles.Contains(name))
        {
            throw IamErrors.InvalidInput($"Service role name {name} has been taken in this account, please try a different suffix.");
        }

        IamRole role = ServiceLinkedRoles.Make(call, service, call.Text("CustomSuffix"), call.Text("Description"));
        return new JsonObject { ["Role"] = IamView.Role(role, whole: true) };
    }
}
