using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using CloudEssentials.Sandbox.Services.Sns;

namespace CloudEssentials.Tests.Sandbox;

public sealed class AlarmTests : IDisposable
{
    private readonly FleetSandbox fleet = new();

    private AmazonCloudWatchClient CloudWatch => fleet.Alarms;

    public void Dispose() => fleet.Dispose();

    [Fact]
    public async Task An_alarm_begins_without_data_and_comes_back_as_it_was_given()
    {
        await CloudWatch.PutMetricAlarmAsync(Alarm("high"));

        MetricAlarm alarm = await Find("high");
        Assert.Equal("arn:aws:cloudwatch:us-east-1:123456789012:alarm:high", alarm.AlarmArn);
        Assert.Equal(("INSUFFICIENT_DATA", "Unchecked: Initial alarm creation"), (alarm.StateValue.Value, alarm.StateReason));
        Assert.Equal(("AWS/EC2", "CPUUtilization", 60, 3, 60.0), (alarm.Namespace, alarm.MetricName, alarm.Period, alarm.EvaluationPeriods, alarm.Threshold));
        Assert.Equal(("AutoScalingGroupName", "web"), (alarm.Dimensions[0].Name, alarm.Dimensions[0].Value));
        Assert.True(alarm.ActionsEnabled);
        Assert.Equal(fleet.Sandbox.Clock.GetUtcNow().UtcDateTime, alarm.AlarmConfigurationUpdatedTimestamp!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task An_update_overwrites_the_settings_and_keeps_the_state()
    {
        await CloudWatch.PutMetricAlarmAsync(Alarm("high"));
        await CloudWatch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = "high", StateValue = "ALARM", StateReason = "a test" });
        PutMetricAlarmRequest changed = Alarm("high");
        changed.Threshold = 80;

        await CloudWatch.PutMetricAlarmAsync(changed);

        MetricAlarm alarm = await Find("high");
        Assert.Equal((80.0, "ALARM"), (alarm.Threshold, alarm.StateValue.Value));
    }

    [Fact]
    public async Task Alarms_are_found_by_name_prefix_state_and_action()
    {
        string topic = await fleet.TopicAsync();
        PutMetricAlarmRequest acting = Alarm("app-high");
        acting.AlarmActions = [topic];
        await CloudWatch.PutMetricAlarmAsync(acting);
        await CloudWatch.PutMetricAlarmAsync(Alarm("app-low"));
        await CloudWatch.PutMetricAlarmAsync(Alarm("other"));
        await CloudWatch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = "other", StateValue = "OK", StateReason = "fine" });

        Assert.Equal(["app-low", "other"], await Names(new() { AlarmNames = ["other", "app-low", "missing"] }));
        Assert.Equal(["app-high", "app-low"], await Names(new() { AlarmNamePrefix = "app-" }));
        Assert.Equal(["other"], await Names(new() { StateValue = "OK" }));
        Assert.Equal(["app-high"], await Names(new() { ActionPrefix = topic }));
        Assert.Empty(await Names(new() { AlarmTypes = ["CompositeAlarm"] }));
        await Refused("ValidationError", () => CloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = ["other"], AlarmNamePrefix = "o" }));
    }

    [Fact]
    public async Task Alarms_come_in_pages()
    {
        for (int number = 0; number < 5; number++)
        {
            await CloudWatch.PutMetricAlarmAsync(Alarm($"alarm-{number}"));
        }

        DescribeAlarmsResponse first = await CloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { MaxRecords = 3 });
        DescribeAlarmsResponse second = await CloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { MaxRecords = 3, NextToken = first.NextToken });

        Assert.Equal(["alarm-0", "alarm-1", "alarm-2"], first.MetricAlarms.Select(alarm => alarm.AlarmName));
        Assert.Equal(["alarm-3", "alarm-4"], second.MetricAlarms.Select(alarm => alarm.AlarmName));
        Assert.Null(second.NextToken);
        await Refused("InvalidNextToken", () => CloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { NextToken = "nonsense" }));
    }

    [Fact]
    public async Task Deleting_takes_those_that_are_there()
    {
        await CloudWatch.PutMetricAlarmAsync(Alarm("high"));
        await CloudWatch.PutMetricAlarmAsync(Alarm("low"));

        await CloudWatch.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = ["high", "missing"] });

        Assert.Equal(["low"], await Names(new()));
    }

    [Fact]
    public async Task An_alarm_tells_its_topic_when_its_state_changes()
    {
        string topic = await fleet.TopicAsync();
        PutMetricAlarmRequest request = Alarm("high");
        request.AlarmActions = [topic];
        await CloudWatch.PutMetricAlarmAsync(request);

        await CloudWatch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = "high", StateValue = "ALARM", StateReason = "a test" });
        await CloudWatch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = "high", StateValue = "ALARM", StateReason = "again" });

        SnsMessage message = Assert.Single(SnsState.Of(fleet.Account.State).Messages.Current).Value;
        Assert.Equal("ALARM: \"high\" in us-east-1", message.Subject);
        Assert.Equal("again", (await Find("high")).StateReason);
    }

    [Fact]
    public async Task An_alarm_whose_actions_are_off_tells_nobody()
    {
        PutMetricAlarmRequest request = Alarm("high");
        request.AlarmActions = [await fleet.TopicAsync()];
        request.ActionsEnabled = false;
        await CloudWatch.PutMetricAlarmAsync(request);

        await CloudWatch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = "high", StateValue = "ALARM", StateReason = "a test" });

        Assert.Empty(SnsState.Of(fleet.Account.State).Messages.Current);
    }

    [Fact]
    public async Task An_alarm_that_is_not_there_is_unknown()
    {
        await Refused("ResourceNotFound", () => CloudWatch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = "missing", StateValue = "OK", StateReason = "x" }));
        await Refused("ResourceNotFoundException", () => CloudWatch.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceARN = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:missing" }));
    }

    [Fact]
    public async Task Reason_data_must_be_JSON()
    {
        await CloudWatch.PutMetricAlarmAsync(Alarm("high"));

        await Refused("InvalidFormat", () => CloudWatch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = "high", StateValue = "OK", StateReason = "x", StateReasonData = "{" }));
    }

    [Theory]
    [InlineData("ValidationError", "period")]
    [InlineData("ValidationError", "day")]
    [InlineData("ValidationError", "datapoints")]
    [InlineData("ValidationError", "missing data")]
    [InlineData("ValidationError", "action")]
    [InlineData("ValidationError", "region")]
    [InlineData("MissingParameter", "metric")]
    [InlineData("InvalidParameterCombination", "statistic")]
    [InlineData("MissingParameter", "threshold")]
    [InlineData("InvalidParameterCombination", "statistics")]
    [InlineData("ValidationError", "metrics")]
    public async Task Settings_that_cannot_be_are_refused(string code, string fault)
    {
        PutMetricAlarmRequest request = Alarm("high");
        switch (fault)
        {
            case "period": request.Period = 45; break;
            case "day": (request.Period, request.EvaluationPeriods) = (300, 289); break;
            case "datapoints": request.DatapointsToAlarm = 4; break;
            case "missing data": request.TreatMissingData = "guess"; break;
            case "action": request.AlarmActions = ["mail"]; break;
            case "region": request.AlarmActions = ["arn:aws:sns:eu-west-1:123456789012:alerts"]; break;
            case "metric": request.MetricName = null; break;
            case "statistic": request.Statistic = null; break;
            case "threshold": request.Threshold = null; break;
            case "statistics": request.ExtendedStatistic = "p90"; break;
            default: request.Metrics = [new() { Id = "m1", Expression = "1" }]; break;
        }

        await Refused(code, () => CloudWatch.PutMetricAlarmAsync(request));
        Assert.Empty(await Names(new()));
    }

    [Fact]
    public async Task Tags_are_added_and_taken()
    {
        PutMetricAlarmRequest request = Alarm("high");
        request.Tags = [new() { Key = "app", Value = "directory" }];
        await CloudWatch.PutMetricAlarmAsync(request);
        const string arn = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:high";

        await CloudWatch.TagResourceAsync(new TagResourceRequest { ResourceARN = arn, Tags = [new() { Key = "stage", Value = "test" }] });
        await CloudWatch.UntagResourceAsync(new UntagResourceRequest { ResourceARN = arn, TagKeys = ["app"] });

        Tag left = Assert.Single((await CloudWatch.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceARN = arn })).Tags);
        Assert.Equal(("stage", "test"), (left.Key, left.Value));
        await Refused("InvalidParameterValue", () => CloudWatch.TagResourceAsync(new TagResourceRequest { ResourceARN = arn, Tags = [.. Enumerable.Range(0, 50).Select(number => new Tag { Key = $"k{number}", Value = "v" })] }));
    }

    [Fact]
    public async Task Permissions_are_by_the_alarm_and_its_tags()
    {
        AmazonCloudWatchClient user = (await fleet.Sandbox.UserAsync("ann", """{"Effect":"Allow","Action":"cloudwatch:PutMetricAlarm","Resource":"arn:aws:cloudwatch:us-east-1:123456789012:alarm:app-*"}""")).CloudWatch();

        await user.PutMetricAlarmAsync(Alarm("app-high"));

        PutMetricAlarmRequest tagged = Alarm("app-low");
        tagged.Tags = [new() { Key = "app", Value = "directory" }];
        await Refused("AccessDenied", () => user.PutMetricAlarmAsync(tagged));
        AmazonServiceException refusal = await Refused("AccessDenied", () => user.PutMetricAlarmAsync(Alarm("other")));
        Assert.Contains("is not authorized to perform: cloudwatch:PutMetricAlarm on resource: arn:aws:cloudwatch:us-east-1:123456789012:alarm:other", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_query_protocol_of_older_clients_is_spoken_too()
    {
        using var wire = new WireClient(fleet.Account);
        await CloudWatch.PutMetricAlarmAsync(Alarm("high"));

        WireAnswer answer = await wire.Form("monitoring", "us-east-1", "https://monitoring.us-east-1.amazonaws.com/", "2010-08-01", "DescribeAlarms", ("AlarmNames.member.1", "high"));
        WireAnswer refusal = await wire.Form("monitoring", "us-east-1", "https://monitoring.us-east-1.amazonaws.com/", "2010-08-01", "SetAlarmState", ("AlarmName", "low"), ("StateValue", "OK"), ("StateReason", "x"));

        Assert.Equal("high", Assert.Single(answer.All("AlarmName")));
        Assert.Equal((404, "ResourceNotFound"), (refusal.Status, refusal.Code));
    }

    private static PutMetricAlarmRequest Alarm(string name) => new()
    {
        AlarmName = name,
        Namespace = "AWS/EC2",
        MetricName = "CPUUtilization",
        Dimensions = [new() { Name = "AutoScalingGroupName", Value = "web" }],
        Statistic = "Average",
        Period = 60,
        EvaluationPeriods = 3,
        Threshold = 60,
        ComparisonOperator = "GreaterThanThreshold",
    };

    private static Task<AmazonServiceException> Refused(string code, Func<Task> call) => SdkSandbox.Refuses(code, call);

    private async Task<MetricAlarm> Find(string name) => Assert.Single((await CloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = [name] })).MetricAlarms);

    private async Task<List<string>> Names(DescribeAlarmsRequest request) => [.. (await CloudWatch.DescribeAlarmsAsync(request)).MetricAlarms.Select(alarm => alarm.AlarmName)];
}
