using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Which instances have which instance profile.</summary>
internal sealed class DescribeIamInstanceProfileAssociations : SandboxOperation
{
    private static readonly Filters<Ec2Instance> Filtering = new(new()
    {
        ["instance-id"] = instance => [instance.Id],
        ["state"] = _ => ["associated"],
    });

    public override JsonObject Execute(OperationCall call)
    {
        IEnumerable<Ec2Instance> associated = InstanceState.Of(call.State).Instances.Seen.Values
            .Where(instance => instance.Region == call.Region && instance.AssociationId is not null && instance.State != "terminated")
            .Where(instance => call.Texts("AssociationIds") is { Count: 0 } || call.Texts("AssociationIds").Contains(instance.AssociationId!));
        return new JsonObject { ["IamInstanceProfileAssociations"] = new JsonArray([.. Filtering.Apply(call, associated).Select(InstanceState.Association)]) };
    }
}
