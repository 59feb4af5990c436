using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>The scaling policies of a Region.</summary>
internal sealed class DescribePolicies : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> names = call.Texts("PolicyNames");
        IReadOnlyList<string> types = call.Texts("PolicyTypes");
        string? group = call.Text("AutoScalingGroupName") is { } name ? Group(call, name).Name : null;
        return Pages.Cut(
            call,
            ScalingState.Of(call.State).Policies.Seen.Values.Where(policy => policy.Region == call.Region && (group is null || policy.GroupName == group)
                && (names.Count == 0 || names.Contains(policy.Name) || names.Contains(policy.Arn)) && (types.Count == 0 || types.Contains(policy.Type))),
            policy => $"{policy.GroupName} {policy.Name}",
            "ScalingPolicies",
            policy => PolicyView.Policy(call.State, policy));
    }
}
