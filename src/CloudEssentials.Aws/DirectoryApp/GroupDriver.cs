using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.Runtime;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>
/// Auto Scaling groups: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html. How many
/// instances there are is the scaling policy's affair: the number that was asked for last stands in a tag, and only another one is set.
/// </summary>
internal sealed class GroupDriver() : ResourceDriver("AWS::AutoScaling::AutoScalingGroup")
{
    private const string DesiredTag = "ApplicationDesiredCapacity";

    // The group's end is that of its instances, each of which the load balancer may drain for minutes.
    private static readonly TimeSpan _end = TimeSpan.FromMinutes(20);

    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        if (await GetAsync(wish.Scope, NameOf(wish), cancellationToken).ConfigureAwait(false) is not { Status: null or "" } group)
            return null;
        FoundResource found = Found(wish.Scope, group);
        if (!found.IsOwned)
            throw IamTags.Foreign("Auto Scaling group", found.Id, wish.Scope);
        return found with { Differences = await GroupDifferences.OfAsync(wish, group, DesiredTag, cancellationToken).ConfigureAwait(false) };
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        JsonObject wanted = wish.Properties;
        CreateAutoScalingGroupRequest request = new()
        {
            AutoScalingGroupName = NameOf(wish),
            MinSize = wanted.Number("MinSize"),
            MaxSize = wanted.Number("MaxSize"),
            DesiredCapacity = wanted.Number("DesiredCapacity"),
            LaunchTemplate = Template(wish),
            VPCZoneIdentifier = Subnets(wish),
            TargetGroupARNs = wanted.Texts("TargetGroupARNs"),
            HealthCheckType = wish.Text("HealthCheckType"),
            HealthCheckGracePeriod = wanted.Number("HealthCheckGracePeriod"),
            Tags = Tags(wish),
        };
        // One of that name may be going just now, and what the template names may not be known everywhere yet.
        bool isMade = await Eventually.UnlessGoneAsync(
            () => Eventually.CallAsync(() => wish.Scope.Connection.AutoScaling().CreateAutoScalingGroupAsync(request, cancellationToken), IsPassing, Lag, cancellationToken),
            exception => exception.ErrorCode == "AlreadyExists" && !IsGoing(exception)).ConfigureAwait(false) is not null;
        if (!isMade)
            return await UpdateAsync(wish, await SeeAsync(wish, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        await NotifyAsync(wish, cancellationToken).ConfigureAwait(false);
        return new(Type, request.AutoScalingGroupName) { Name = request.AutoScalingGroupName };
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        AmazonAutoScalingClient client = wish.Scope.Connection.AutoScaling();
        AutoScalingGroup? group = await GetAsync(wish.Scope, found.Id, cancellationToken).ConfigureAwait(false);
        JsonObject wanted = wish.Properties;
        bool isAskedAnew = group is null || GroupDifferences.IsAskedAnew(wish, group, DesiredTag);
        UpdateAutoScalingGroupRequest request = new()
        {
            AutoScalingGroupName = found.Id,
            MinSize = wanted.Number("MinSize"),
            MaxSize = wanted.Number("MaxSize"),
            DesiredCapacity = isAskedAnew ? wanted.Number("DesiredCapacity") : null,
            LaunchTemplate = Template(wish),
            VPCZoneIdentifier = Subnets(wish),
            HealthCheckType = wish.Text("HealthCheckType"),
            HealthCheckGracePeriod = wanted.Number("HealthCheckGracePeriod"),
        };
        await Eventually.CallAsync(() => client.UpdateAutoScalingGroupAsync(request, cancellationToken), IsBusy, Release, cancellationToken).ConfigureAwait(false);
        if (isAskedAnew)
            await client.CreateOrUpdateTagsAsync(new() { Tags = Tags(wish) }, cancellationToken).ConfigureAwait(false);
        List<string> missing = [.. wanted.Texts("TargetGroupARNs").Except(group?.TargetGroupARNs ?? [])];
        if (missing.Count > 0)
            await client.AttachLoadBalancerTargetGroupsAsync(new() { AutoScalingGroupName = found.Id, TargetGroupARNs = missing }, cancellationToken).ConfigureAwait(false);
        await NotifyAsync(wish, cancellationToken).ConfigureAwait(false);
        if (group is not null && GroupDifferences.Outdated(wish, group) > 0)
            await RefreshAsync(wish, found.Id, cancellationToken).ConfigureAwait(false);
        return found with { Differences = [] };
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken)
    {
        List<FoundResource> owned = [];
        DescribeAutoScalingGroupsRequest request = new() { Filters = [new() { Name = $"tag:{AppScope.TagKey}", Values = [scope.AppName] }] };
        await foreach (AutoScalingGroup group in scope.Connection.AutoScaling().Paginators.DescribeAutoScalingGroups(request).AutoScalingGroups.WithCancellation(cancellationToken).ConfigureAwait(false))
            owned.Add(Found(scope, group));
        return owned;
    }

    /// <inheritdoc/>
    public override async Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken)
    {
        DeleteAutoScalingGroupRequest request = new() { AutoScalingGroupName = found.Id, ForceDelete = true };
        await Eventually.UnlessGoneAsync(
            () => Eventually.CallAsync(() => scope.Connection.AutoScaling().DeleteAutoScalingGroupAsync(request, cancellationToken), IsBusy, Release, cancellationToken),
            exception => exception.ErrorCode == "ValidationError").ConfigureAwait(false);
        await Eventually.AskAsync(
            async () => await GetAsync(scope, found.Id, cancellationToken).ConfigureAwait(false) is null ? found : null,
            $"The deletion of {found.Id}",
            _end,
            cancellationToken).ConfigureAwait(false);
        await InstanceDriver.WaitUntilGoneAsync(scope, new("tag:aws:autoscaling:groupName", [found.Id]), found.Id, cancellationToken).ConfigureAwait(false);
    }

    private static string NameOf(ResourceWish wish) => wish.Text("AutoScalingGroupName") ?? wish.Resource.Name;

    private static string Subnets(ResourceWish wish) => string.Join(',', wish.Properties.Texts("VPCZoneIdentifier"));

    private static LaunchTemplateSpecification Template(ResourceWish wish)
    {
        JsonObject template = wish.Properties["LaunchTemplate"]!.AsObject();
        return new() { LaunchTemplateId = template.Text("LaunchTemplateId"), Version = template.Text("Version") };
    }

    private static List<Tag> Tags(ResourceWish wish) =>
    [
        .. AppTags.Of(wish).Append(new(DesiredTag, wish.Text("DesiredCapacity") ?? "")).Select(tag => new Tag
        {
            Key = tag.Key,
            Value = tag.Value,
            PropagateAtLaunch = false,
            ResourceId = NameOf(wish),
            ResourceType = "auto-scaling-group",
        }),
    ];

    private static bool IsGoing(AmazonServiceException exception) => exception.Message.Contains("pending delete", StringComparison.OrdinalIgnoreCase);

    private static bool IsBusy(AmazonServiceException exception) =>
        exception.ErrorCode is "ScalingActivityInProgress" or "ResourceInUse" or "ResourceContention" or "InstanceRefreshInProgress";

    private static bool IsPassing(AmazonServiceException exception) =>
        IsBusy(exception) || IsGoing(exception) || (exception.ErrorCode == "ValidationError" && exception.Message.Contains("nvalid IAM Instance Profile", StringComparison.OrdinalIgnoreCase));

    private static async Task<AutoScalingGroup?> GetAsync(AppScope scope, string name, CancellationToken cancellationToken) =>
        (await scope.Connection.AutoScaling().DescribeAutoScalingGroupsAsync(new() { AutoScalingGroupNames = [name] }, cancellationToken).ConfigureAwait(false)).AutoScalingGroups?.FirstOrDefault();

    private static async Task NotifyAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        foreach (JsonObject notification in wish.Properties.Objects("NotificationConfigurations"))
        {
            PutNotificationConfigurationRequest request = new()
            {
                AutoScalingGroupName = NameOf(wish),
                TopicARN = notification.Text("TopicARN"),
                NotificationTypes = notification.Texts("NotificationTypes"),
            };
            await wish.Scope.Connection.AutoScaling().PutNotificationConfigurationAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task<StartInstanceRefreshResponse?> RefreshAsync(ResourceWish wish, string name, CancellationToken cancellationToken) => Eventually.UnlessGoneAsync(
        () => wish.Scope.Connection.AutoScaling().StartInstanceRefreshAsync(new() { AutoScalingGroupName = name }, cancellationToken),
        // One that is under way replaces by the newest template that the group has.
        exception => exception.ErrorCode == "InstanceRefreshInProgress");

    private static FoundResource Found(AppScope scope, AutoScalingGroup group) => new("AWS::AutoScaling::AutoScalingGroup", group.AutoScalingGroupName)
    {
        Name = group.AutoScalingGroupName,
        Attributes = new Dictionary<string, string> { ["DesiredCapacity"] = (group.DesiredCapacity ?? 0).ToString(CultureInfo.InvariantCulture) },
        IsOwned = AppTags.IsOwned(scope, (group.Tags ?? []).Select(tag => (tag.Key, tag.Value))),
    };
}
