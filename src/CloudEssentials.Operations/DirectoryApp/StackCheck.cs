using CloudEssentials.Aws.Accounts;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Checks what can be known before the first resource is made, so that nothing is half made for want of it.</summary>
internal static class StackCheck
{
    /// <summary>Checks what the plan will need.</summary>
    /// <exception cref="CloudException"><c>ImageNotFound</c>, <c>ArchitectureMismatch</c>, <c>KeyPairNotFound</c>, <c>AccessDenied</c>.</exception>
    internal static async Task RunAsync(DirectoryAppPlace place, DirectoryAppPlan plan, CancellationToken cancellationToken)
    {
        bool Makes(string type) => plan.Resources.Any(resource => resource.Type == type && resource.Action is PlanAction.Create or PlanAction.Change);
        List<Task> checks = [];
        if (Makes("AWS::EC2::LaunchTemplate"))
            checks.AddRange([CheckImageAsync(place, cancellationToken), CheckKeyAsync(place, cancellationToken)]);
        if (Makes("AWS::AutoScaling::AutoScalingGroup"))
            checks.Add(CheckPassRoleAsync(place, plan, cancellationToken));
        await Task.WhenAll(checks).ConfigureAwait(false);
    }

    private static async Task CheckImageAsync(DirectoryAppPlace place, CancellationToken cancellationToken) =>
        LaunchCheck.CheckImage(await new LaunchGateway(place.Connection).ImageAsync(place.Spec.ImageUsed, cancellationToken).ConfigureAwait(false), place.Spec);

    private static Task CheckKeyAsync(DirectoryAppPlace place, CancellationToken cancellationToken) =>
        LaunchCheck.CheckKeyAsync(new(place.Connection), place.Spec, cancellationToken);

    private static Task CheckPassRoleAsync(DirectoryAppPlace place, DirectoryAppPlan plan, CancellationToken cancellationToken)
    {
        string role = plan.Resources.First(resource => resource.Type == "AWS::IAM::Role").Name;
        return new RoleGateway(place.Connection).CheckMayPassAsync(place.Account.Caller.Arn, place.Account.Arn($"role/{role}"), "ec2.amazonaws.com", cancellationToken);
    }
}
