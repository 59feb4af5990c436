using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Deletes a launch template with all its versions. What has been launched from it stays.</summary>
internal sealed class DeleteLaunchTemplate : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2LaunchTemplate template = LaunchTemplates.Require(call.State, call.Region, call.Input);
        InstanceState.Of(call.State).LaunchTemplates.Remove(template.Id);
        return new JsonObject { ["LaunchTemplate"] = LaunchTemplates.Write(template) };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [LaunchTemplates.Target(call)];
}
