using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;

namespace CloudEssentials.Tests.Sandbox;

public sealed class AlarmTests : IDisposable
{
    private const string Arn = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:cpu";

    private readonly SdkSandbox sandbox = new();
    private readonly AmazonCloudWatchClient watch;

    public AlarmTests() => watch = sandbox.Root.CloudWatch();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task An_alarm_is_described_as_it_was_made()
    {
        await Put("cpu");

        MetricAlarm alarm = (await watch.DescribeAlarmsAsync()).MetricAlarms.Single();

        Assert.Equal((Arn, "CPUUtilization", 60.0, StateValue.INSUFFICIENT_DATA), (alarm.AlarmArn, alarm.MetricName, alarm.Threshold, alarm.StateValue));
        Assert.True(alarm.ActionsEnabled);
        Assert.Equal(("AutoScalingGroupName", "app"), (alarm.Dimensions.Single().Name, alarm.Dimensions.Single().Value));
        Assert.Equal(sandbox.Clock.GetUtcNow().UtcDateTime, alarm.StateUpdatedTimestamp!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task A_state_that_is_set_stays_through_a_change_of_the_alarm()
    {
        await Put("cpu");
        await watch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = "cpu", StateValue = StateValue.ALARM, StateReason = "a drill" });
        await Put("cpu", request => request.Threshold = 80);

        MetricAlarm alarm = (await watch.DescribeAlarmsAsync(new DescribeAlarmsRequest { StateValue = StateValue.ALARM })).MetricAlarms.Single();

        Assert.Equal((80.0, "a drill"), (alarm.Threshold, alarm.StateReason));
        await SdkSandbox.Refuses("ResourceNotFound", () => watch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = "none", StateValue = StateValue.OK, StateReason = "x" }));
        await SdkSandbox.Refuses("InvalidFormat", () => watch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = "cpu", StateValue = StateValue.OK, StateReason = "x", StateReasonData = "{" }));
    }

    [Fact]
    public async Task Alarms_are_found_by_name_prefix_and_action_and_in_pages()
    {
        foreach (string name in new[] { "app-a", "app-b", "app-c", "other" })
        {
            await Put(name, request => request.AlarmActions = [$"arn:aws:sns:us-east-1:123456789012:{name}"]);
        }

        DescribeAlarmsResponse page = await watch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNamePrefix = "app-", MaxRecords = 2 });
        DescribeAlarmsResponse rest = await watch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNamePrefix = "app-", MaxRecords = 2, NextToken = page.NextToken });

        Assert.Equal(["app-a", "app-b", "app-c"], page.MetricAlarms.Concat(rest.MetricAlarms).Select(alarm => alarm.AlarmName));
        Assert.Equal(["other"], (await watch.DescribeAlarmsAsync(new DescribeAlarmsRequest { ActionPrefix = "arn:aws:sns:us-east-1:123456789012:oth" })).MetricAlarms.Select(alarm => alarm.AlarmName));
        Assert.Equal(["app-b"], (await watch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = ["app-b", "none"] })).MetricAlarms.Select(alarm => alarm.AlarmName));
        await SdkSandbox.Refuses("InvalidNextToken", () => watch.DescribeAlarmsAsync(new DescribeAlarmsRequest { NextToken = "x" }));
        await SdkSandbox.Refuses("ValidationError", () => watch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = ["a"], AlarmNamePrefix = "a" }));
    }

    [Fact]
    public async Task Deleting_takes_all_that_are_named_or_none()
    {
        await Put("a");
        await Put("b");

        await SdkSandbox.Refuses("ResourceNotFound", () => watch.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = ["a", "none"] }));
        Assert.Equal(2, (await watch.DescribeAlarmsAsync()).MetricAlarms.Count);
        await watch.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = ["a", "b"] });
        Assert.Empty((await watch.DescribeAlarmsAsync()).MetricAlarms ?? []);
    }

    [Fact]
    public async Task An_alarm_that_makes_no_sense_is_refused()
    {
        await Refused("MissingParameter", request => request.Threshold = null);
        await Refused("InvalidParameterCombination", request => request.ExtendedStatistic = "p99");
        await Refused("ValidationError", request => request.Period = 45);
        await Refused("ValidationError", request => (request.Period, request.EvaluationPeriods) = (60, 2000));
        await Refused("ValidationError", request => request.DatapointsToAlarm = 9);
        await Refused("ValidationError", request => request.TreatMissingData = "maybe");
        await Refused("ValidationError", request => request.Metrics = [new() { Id = "m1" }]);

        Task Refused(string code, Action<PutMetricAlarmRequest> change) => SdkSandbox.Refuses(code, () => Put("cpu", change));
    }

    [Fact]
    public async Task Tags_are_given_and_taken()
    {
        await Put("cpu", request => request.Tags = [new() { Key = "app", Value = "directory" }]);
        await watch.TagResourceAsync(new TagResourceRequest { ResourceARN = Arn, Tags = [new() { Key = "env", Value = "test" }] });
        await watch.UntagResourceAsync(new UntagResourceRequest { ResourceARN = Arn, TagKeys = ["app"] });

        Assert.Equal(["env"], (await watch.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceARN = Arn })).Tags.Select(tag => tag.Key));
        await SdkSandbox.Refuses("ResourceNotFoundException", () => watch.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceARN = Arn + "x" }));
    }

    [Fact]
    public async Task A_user_does_what_is_allowed_on_the_alarm()
    {
        AmazonCloudWatchClient alice = (await sandbox.UserAsync("alice", """{"Effect":"Allow","Action":"cloudwatch:PutMetricAlarm","Resource":"arn:aws:cloudwatch:us-east-1:123456789012:alarm:app-*"}""")).CloudWatch();

        await Put("app-cpu", client: alice);
        AmazonServiceException refusal = await SdkSandbox.Refuses("AccessDenied", () => Put("cpu", client: alice));
        await SdkSandbox.Refuses("AccessDenied", () => Put("app-cpu", request => request.Tags = [new() { Key = "a", Value = "b" }], alice));

        Assert.Contains("cloudwatch:PutMetricAlarm on resource: " + Arn, refusal.Message, StringComparison.Ordinal);
    }

    private async Task Put(string name, Action<PutMetricAlarmRequest>? change = null, AmazonCloudWatchClient? client = null)
    {
        var request = new PutMetricAlarmRequest
        {
            AlarmName = name,
            Namespace = "AWS/EC2",
            MetricName = "CPUUtilization",
            Statistic = Statistic.Average,
            Dimensions = [new() { Name = "AutoScalingGroupName", Value = "app" }],
            Period = 60,
            EvaluationPeriods = 3,
            Threshold = 60,
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
        };
        change?.Invoke(request);
        await (client ?? watch).PutMetricAlarmAsync(request);
    }
}
