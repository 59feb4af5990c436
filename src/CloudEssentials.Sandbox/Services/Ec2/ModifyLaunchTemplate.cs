using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Makes another version of a launch template its default.</summary>
internal sealed class ModifyLaunchTemplate : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2LaunchTemplate template = LaunchTemplates.Require(call.State, call.Region, call.Input);
        Ec2LaunchTemplate changed = call.Text("DefaultVersion") is { } version
            ? template with { DefaultVersion = LaunchTemplates.Version(template, version).Number }
            : template;
        InstanceState.Of(call.State).LaunchTemplates[template.Id] = changed;
        return new JsonObject { ["LaunchTemplate"] = LaunchTemplates.Write(changed) };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [LaunchTemplates.Target(call)];
}
