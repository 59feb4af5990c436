using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Deletes groups with what belongs to them.</summary>
internal static class GroupDeletion
{
    /// <summary>Takes away a group that has no instances any more: with it go its policies and their alarms, and its notifications.</summary>
    public static void Finish(SandboxState state, ScalingGroup group)
    {
        ScalingState scaling = ScalingState.Of(state);
        foreach (ScalingPolicy policy in scaling.Policies.Current.Values.Where(policy => policy.Region == group.Region && policy.GroupName == group.Name).ToList())
        {
            ScalingPolicies.Delete(state, policy);
        }

        foreach (ScalingNotification notification in scaling.Notifications.Current.Values.Where(known => known.Region == group.Region && known.GroupName == group.Name).ToList())
        {
            scaling.Notifications.Remove(notification.Key);
        }

        foreach (InstanceRefresh refresh in scaling.Refreshes.Current.Values.Where(refresh => refresh.GroupArn == group.Arn).ToList())
        {
            scaling.Refreshes.Remove(refresh.Id);
        }

        scaling.Groups.Remove(group.Arn);
    }
}
