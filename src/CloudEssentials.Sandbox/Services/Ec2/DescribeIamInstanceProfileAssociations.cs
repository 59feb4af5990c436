using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Which instances have which instance profile.</summary>
internal sealed class DescribeIamInstanceProfileAssociations : SandboxOperation
{
    private static readonly Filters<JsonObject> Filtering = AnswerFilters.Parse("""
        instance-id InstanceId
        state State
        """);

    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> ids = call.Texts("AssociationIds");
        List<Ec2Instance> associated = [.. InstanceLifecycle.In(call.State, call.Region).Where(instance => instance.AssociationId is not null && InstanceLifecycle.IsAlive(instance))];
        if (ids.Except(associated.Select(instance => instance.AssociationId!)).FirstOrDefault() is { } unknown)
        {
            throw new ServiceError("InvalidAssociationID.NotFound", $"An invalid association-id of '{unknown}' was given");
        }

        IEnumerable<JsonObject> wanted = associated
            .Where(instance => ids.Count == 0 || ids.Contains(instance.AssociationId!))
            .Select(instance => InstanceProfiles.WriteAssociation(instance, "associated"));
        return Pages.Cut(call, "IamInstanceProfileAssociations", Filtering.Apply(call, wanted), association => association["AssociationId"]!.GetValue<string>());
    }
}
