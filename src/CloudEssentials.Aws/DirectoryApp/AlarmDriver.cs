using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.CloudWatch.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Alarms of CloudWatch: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html.</summary>
internal sealed class AlarmDriver() : ResourceDriver("AWS::CloudWatch::Alarm")
{
    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        DescribeAlarmsRequest request = new() { AlarmNames = [NameOf(wish)] };
        if ((await wish.Scope.Connection.CloudWatch().DescribeAlarmsAsync(request, cancellationToken).ConfigureAwait(false)).MetricAlarms?.FirstOrDefault() is not { } alarm)
            return null;
        if (!await IsOwnedAsync(wish.Scope, alarm, cancellationToken).ConfigureAwait(false))
            throw IamTags.Foreign("alarm", alarm.AlarmName, wish.Scope);
        return Describe(alarm) == Describe(wish) ? Found(alarm.AlarmName, alarm.AlarmArn) : Found(alarm.AlarmName, alarm.AlarmArn) with { Differences = ["It watches something else."] };
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        await PutAsync(wish, withTags: true, cancellationToken).ConfigureAwait(false);
        return Found(NameOf(wish), $"arn:{wish.Scope.Connection.Partition}:cloudwatch:{wish.Scope.Connection.Region}:{wish.Scope.AccountId}:alarm:{NameOf(wish)}");
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        await PutAsync(wish, withTags: false, cancellationToken).ConfigureAwait(false);
        return found with { Differences = [] };
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken)
    {
        List<FoundResource> owned = [];
        await foreach (MetricAlarm alarm in scope.Connection.CloudWatch().Paginators.DescribeAlarms(new() { AlarmNamePrefix = $"{scope.AppName}-" }).MetricAlarms.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (await IsOwnedAsync(scope, alarm, cancellationToken).ConfigureAwait(false))
                owned.Add(Found(alarm.AlarmName, alarm.AlarmArn));
        }

        return owned;
    }

    /// <inheritdoc/>
    public override Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) => Eventually.UnlessGoneAsync(
        () => scope.Connection.CloudWatch().DeleteAlarmsAsync(new() { AlarmNames = [found.Id] }, cancellationToken),
        exception => exception.ErrorCode is "ResourceNotFound" or "ResourceNotFoundException");

    private static string NameOf(ResourceWish wish) => wish.Text("AlarmName") ?? wish.Resource.Name;

    private static FoundResource Found(string name, string arn) => new("AWS::CloudWatch::Alarm", name)
    {
        Name = name,
        Attributes = new Dictionary<string, string> { ["Arn"] = arn },
    };

    private static async Task<bool> IsOwnedAsync(AppScope scope, MetricAlarm alarm, CancellationToken cancellationToken)
    {
        ListTagsForResourceResponse? answer = await Eventually.UnlessGoneAsync(
            () => scope.Connection.CloudWatch().ListTagsForResourceAsync(new() { ResourceARN = alarm.AlarmArn }, cancellationToken),
            exception => exception.ErrorCode is "ResourceNotFound" or "ResourceNotFoundException").ConfigureAwait(false);
        return AppTags.IsOwned(scope, (answer?.Tags ?? []).Select(tag => (tag.Key, tag.Value)));
    }

    // Tags that come with an alarm that is there already are left out of account.
    private static Task<PutMetricAlarmResponse> PutAsync(ResourceWish wish, bool withTags, CancellationToken cancellationToken)
    {
        JsonObject wanted = wish.Properties;
        PutMetricAlarmRequest request = new()
        {
            AlarmName = NameOf(wish),
            AlarmDescription = wish.Text("AlarmDescription"),
            Namespace = wish.Text("Namespace"),
            MetricName = wish.Text("MetricName"),
            Dimensions = [.. wanted.Objects("Dimensions").Select(dimension => new Dimension { Name = dimension.Text("Name"), Value = dimension.Text("Value") })],
            Statistic = wish.Text("Statistic"),
            Period = wanted.Number("Period"),
            EvaluationPeriods = wanted.Number("EvaluationPeriods"),
            Threshold = wanted.Number("Threshold"),
            ComparisonOperator = wish.Text("ComparisonOperator"),
            TreatMissingData = wish.Text("TreatMissingData"),
            AlarmActions = wanted.Texts("AlarmActions"),
            OKActions = wanted.Texts("OKActions"),
            Tags = withTags ? [.. AppTags.Of(wish).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] : null,
        };
        return wish.Scope.Connection.CloudWatch().PutMetricAlarmAsync(request, cancellationToken);
    }

    private static string Describe(MetricAlarm alarm) => Join(
        alarm.AlarmDescription,
        alarm.Namespace,
        alarm.MetricName,
        alarm.Statistic?.Value,
        Number(alarm.Period),
        Number(alarm.EvaluationPeriods),
        Number(alarm.Threshold),
        alarm.ComparisonOperator?.Value,
        alarm.TreatMissingData,
        Sorted((alarm.Dimensions ?? []).Select(dimension => $"{dimension.Name}={dimension.Value}")),
        Sorted(alarm.AlarmActions ?? []),
        Sorted(alarm.OKActions ?? []));

    private static string Describe(ResourceWish wish) => Join(
        wish.Text("AlarmDescription"),
        wish.Text("Namespace"),
        wish.Text("MetricName"),
        wish.Text("Statistic"),
        wish.Text("Period"),
        wish.Text("EvaluationPeriods"),
        wish.Text("Threshold"),
        wish.Text("ComparisonOperator"),
        wish.Text("TreatMissingData"),
        Sorted(wish.Properties.Objects("Dimensions").Select(dimension => $"{dimension.Text("Name")}={dimension.Text("Value")}")),
        Sorted(wish.Properties.Texts("AlarmActions")),
        Sorted(wish.Properties.Texts("OKActions")));

    private static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Sorted(IEnumerable<string> values) => string.Join(',', values.Order(StringComparer.Ordinal));

    private static string Join(params IEnumerable<string?> values) => string.Join('|', values);
}
