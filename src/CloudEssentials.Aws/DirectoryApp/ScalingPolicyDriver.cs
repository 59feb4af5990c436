using System.Text.Json.Nodes;
using Amazon.AutoScaling.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>
/// Scaling policies, of which a group has one a name: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-scalingpolicy.html.
/// They go with the group.
/// </summary>
internal sealed class ScalingPolicyDriver() : ResourceDriver("AWS::AutoScaling::ScalingPolicy")
{
    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        if (wish.Text("AutoScalingGroupName") is not { } group)
            return null;
        DescribePoliciesRequest request = new() { AutoScalingGroupName = group, PolicyNames = [NameOf(wish)] };
        DescribePoliciesResponse? answer = await Eventually.UnlessGoneAsync(
            () => wish.Scope.Connection.AutoScaling().DescribePoliciesAsync(request, cancellationToken),
            exception => exception.ErrorCode == "ValidationError").ConfigureAwait(false);
        if (answer?.ScalingPolicies?.FirstOrDefault() is not { } policy)
            return null;
        FoundResource found = new(Type, policy.PolicyARN) { Name = policy.PolicyName, GoesWith = group };
        TargetTrackingConfiguration wanted = Target(wish);
        bool isSame = policy.PolicyType == wish.Text("PolicyType")
            && policy.TargetTrackingConfiguration is { } target
            && target.TargetValue == wanted.TargetValue
            && target.PredefinedMetricSpecification?.PredefinedMetricType == wanted.PredefinedMetricSpecification.PredefinedMetricType
            && policy.EstimatedInstanceWarmup == wish.Properties.Number("EstimatedInstanceWarmup");
        return isSame ? found : found with { Differences = [$"It keeps the group at {policy.TargetTrackingConfiguration?.TargetValue} % or warms up for {policy.EstimatedInstanceWarmup} s."] };
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        PutScalingPolicyRequest request = new()
        {
            AutoScalingGroupName = wish.Text("AutoScalingGroupName"),
            PolicyName = NameOf(wish),
            PolicyType = wish.Text("PolicyType"),
            EstimatedInstanceWarmup = wish.Properties.Number("EstimatedInstanceWarmup"),
            TargetTrackingConfiguration = Target(wish),
        };
        PutScalingPolicyResponse answer = await Eventually.CallAsync(
            () => wish.Scope.Connection.AutoScaling().PutScalingPolicyAsync(request, cancellationToken),
            exception => exception.ErrorCode is "ScalingActivityInProgress" or "ResourceContention",
            Lag,
            cancellationToken).ConfigureAwait(false);
        return new(Type, answer.PolicyARN) { Name = request.PolicyName, GoesWith = request.AutoScalingGroupName };
    }

    /// <inheritdoc/>
    public override Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken) => CreateAsync(wish, cancellationToken);

    /// <inheritdoc/>
    public override Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) => Eventually.UnlessGoneAsync(
        () => scope.Connection.AutoScaling().DeletePolicyAsync(new() { AutoScalingGroupName = found.GoesWith, PolicyName = found.Name }, cancellationToken),
        exception => exception.ErrorCode == "ValidationError");

    private static string NameOf(ResourceWish wish) => wish.Resource.Name;

    private static TargetTrackingConfiguration Target(ResourceWish wish)
    {
        JsonObject target = wish.Properties["TargetTrackingConfiguration"]!.AsObject();
        return new()
        {
            TargetValue = target.Number("TargetValue"),
            PredefinedMetricSpecification = new() { PredefinedMetricType = (target["PredefinedMetricSpecification"] as JsonObject)?.Text("PredefinedMetricType") },
        };
    }
}
