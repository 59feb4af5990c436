using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>One instance profile.</summary>
internal sealed class GetInstanceProfile : IamOperation
{
    public override JsonObject Execute(OperationCall call) =>
        new() { ["InstanceProfile"] = IamView.InstanceProfile(IamState.Of(call.State), IamFind.InstanceProfile(call)) };
}
