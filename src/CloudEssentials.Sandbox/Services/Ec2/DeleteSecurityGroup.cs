using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>
/// Deletes a security group that no network interface has and no rule of another group names. The API reference gives
/// <c>DependencyViolation</c> for both; <c>InvalidGroup.InUse</c> is of networks that are no more.
/// </summary>
internal sealed class DeleteSecurityGroup : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2SecurityGroup group = SecurityGroups.Named(call);
        if (SecurityGroups.IsDefault(group))
        {
            throw new ServiceError("CannotDelete", $"the specified group: \"{group.Id}\" name: \"{group.Name}\" cannot be deleted by a user");
        }

        bool isInUse = Ec2Kinds.NetworkInterface.In(call).Any(made => made.SecurityGroupIds.Contains(group.Id))
            || Ec2Kinds.SecurityGroup.In(call).Any(other => other.Id != group.Id && other.Rules.Values.Any(rule => rule.GroupId == group.Id));
        if (isInUse)
        {
            throw new ServiceError("DependencyViolation", $"resource {group.Id} has a dependent object");
        }

        NetworkState.Of(call.State).SecurityGroups.Remove(group.Id);
        return new JsonObject { ["Return"] = true, ["GroupId"] = group.Id };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [SecurityGroups.TargetOf(call)];
}
