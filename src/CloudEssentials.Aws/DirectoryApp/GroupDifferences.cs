using System.Text.Json.Nodes;
using Amazon.AutoScaling.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>In what an Auto Scaling group differs from what is wanted.</summary>
internal static class GroupDifferences
{
    private static readonly string[] _underWay = ["Pending", "InProgress", "Cancelling", "RollbackInProgress", "Baking"];

    /// <summary>The differences, each in a sentence.</summary>
    internal static async Task<IReadOnlyList<string>> OfAsync(ResourceWish wish, AutoScalingGroup group, string desiredTag, CancellationToken cancellationToken)
    {
        JsonObject wanted = wish.Properties;
        List<string> differences =
        [
            .. Number("smallest size", group.MinSize, wanted.Number("MinSize")),
            .. Number("largest size", group.MaxSize, wanted.Number("MaxSize")),
            .. Number("grace period of health checks", group.HealthCheckGracePeriod, wanted.Number("HealthCheckGracePeriod")),
        ];
        if (IsAskedAnew(wish, group, desiredTag))
            differences.Add($"It was told to have {DesiredOf(group, desiredTag) ?? "another number of"} instances, and {wish.Text("DesiredCapacity")} are wanted.");
        if (wish.Text("HealthCheckType") is { } check && !check.Equals(group.HealthCheckType, StringComparison.OrdinalIgnoreCase))
            differences.Add($"It goes by health checks of {group.HealthCheckType}.");
        if (!wanted.Names("VPCZoneIdentifier", SubnetsOf(group)))
            differences.Add("It launches in other subnets than it should.");
        if (wanted.Texts("TargetGroupARNs").Except(group.TargetGroupARNs ?? []).Any())
            differences.Add("Its instances are not in the target group.");
        if (!UsesTemplate(wish, group))
            differences.Add("It launches by another version of the template.");
        else if (Outdated(wish, group) is > 0 and var count && !await IsRefreshingAsync(wish.Scope, group.AutoScalingGroupName, cancellationToken).ConfigureAwait(false))
            differences.Add($"{count} of its instances are of another version of the template.");
        if (await LacksNotificationAsync(wish, group.AutoScalingGroupName, cancellationToken).ConfigureAwait(false))
            differences.Add("It does not tell the topic of launches and ends.");
        return differences;
    }

    /// <summary>True where another number of instances is asked for than the last time.</summary>
    internal static bool IsAskedAnew(ResourceWish wish, AutoScalingGroup group, string desiredTag) =>
        wish.Text("DesiredCapacity") is { } desired && desired != DesiredOf(group, desiredTag);

    /// <summary>How many instances are not of the version that is wanted.</summary>
    internal static int Outdated(ResourceWish wish, AutoScalingGroup group)
    {
        JsonObject template = wish.Properties["LaunchTemplate"]!.AsObject();
        return (group.Instances ?? []).Count(instance => instance.LaunchTemplate is { } own && (own.LaunchTemplateId != template.Text("LaunchTemplateId") || own.Version != template.Text("Version")));
    }

    private static string? DesiredOf(AutoScalingGroup group, string desiredTag) => group.Tags?.FirstOrDefault(tag => tag.Key == desiredTag)?.Value;

    private static string[] SubnetsOf(AutoScalingGroup group) => (group.VPCZoneIdentifier ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Number(string what, int? current, int? wanted) => wanted is null || wanted == current ? [] : [$"Its {what} is {current}, and {wanted} is wanted."];

    private static bool UsesTemplate(ResourceWish wish, AutoScalingGroup group)
    {
        JsonObject template = wish.Properties["LaunchTemplate"]!.AsObject();
        return group.LaunchTemplate is { } own && own.LaunchTemplateId == template.Text("LaunchTemplateId") && own.Version == template.Text("Version");
    }

    private static async Task<bool> IsRefreshingAsync(AppScope scope, string name, CancellationToken cancellationToken)
    {
        DescribeInstanceRefreshesResponse answer = await scope.Connection.AutoScaling().DescribeInstanceRefreshesAsync(new() { AutoScalingGroupName = name }, cancellationToken).ConfigureAwait(false);
        return (answer.InstanceRefreshes ?? []).Any(refresh => _underWay.Contains(refresh.Status?.Value));
    }

    private static async Task<bool> LacksNotificationAsync(ResourceWish wish, string name, CancellationToken cancellationToken)
    {
        List<(string?, string)> wanted = [.. wish.Properties.Objects("NotificationConfigurations").SelectMany(one => one.Texts("NotificationTypes").Select(type => (one.Text("TopicARN"), type)))];
        if (wanted.Count == 0)
            return false;
        DescribeNotificationConfigurationsResponse answer = await wish.Scope.Connection.AutoScaling().DescribeNotificationConfigurationsAsync(new() { AutoScalingGroupNames = [name] }, cancellationToken).ConfigureAwait(false);
        return wanted.Except((answer.NotificationConfigurations ?? []).Select(one => ((string?)one.TopicARN, one.NotificationType))).Any();
    }
}
