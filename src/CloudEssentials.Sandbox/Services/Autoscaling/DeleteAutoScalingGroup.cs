using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Deletes a group; with instances in it only by force, and then they go with it.</summary>
internal sealed class DeleteAutoScalingGroup : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ScalingGroup group = Group(call);
        bool isForced = call.Flag("ForceDelete");
        if (group.DeletionProtection == "prevent-all-deletion" || (isForced && group.DeletionProtection == "prevent-force-deletion"))
        {
            throw ScalingErrors.InUse($"The group {group.Name} is protected from deletion.");
        }

        if (!isForced && group.Instances.Values.Any(member => member.Phase != ScalingPhase.InService))
        {
            throw ScalingErrors.InProgress("You cannot delete an AutoScalingGroup while there are scaling activities in progress for that group.");
        }

        if (!isForced && !group.Instances.IsEmpty)
        {
            throw ScalingErrors.InUse("You cannot delete an AutoScalingGroup while there are instances or pending Spot instance request(s) still in the group.");
        }

        if (group.Instances.IsEmpty)
        {
            GroupDeletion.Finish(call.State, group);
        }
        else
        {
            Put(call, group with { IsDeleting = true });
        }

        return [];
    }
}
