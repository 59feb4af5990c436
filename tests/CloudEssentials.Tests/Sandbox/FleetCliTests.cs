using System.Text.Json;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>The AWS CLI, which others wrote, against load balancers, groups of instances, alarms and topics.</summary>
public sealed class FleetCliTests : IAsyncLifetime
{
    private readonly AwsCli cli = AwsCli.Start(new SandboxOptions { Seed = "cli", Timings = SandboxTimings.None });

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await cli.DisposeAsync();

    [SkippableFact]
    public async Task It_builds_a_group_behind_a_load_balancer_and_takes_it_down()
    {
        JsonElement network = await Read("ec2", "describe-subnets", "--query", "{subnets: Subnets[?AvailabilityZone=='us-east-1a' || AvailabilityZone=='us-east-1b'].SubnetId, vpc: Subnets[0].VpcId}");
        string[] subnets = [.. network.GetProperty("subnets").EnumerateArray().Select(subnet => subnet.GetString()!)];
        string vpc = network.GetProperty("vpc").GetString()!;
        string balancer = await Text("LoadBalancers[0].LoadBalancerArn", "elbv2", "create-load-balancer", "--name", "web", "--subnets", subnets[0], subnets[1], "--tags", "Key=app,Value=directory");
        string group = await Text(
            "TargetGroups[0].TargetGroupArn", "elbv2", "create-target-group", "--name", "web", "--protocol", "HTTP", "--port", "80", "--vpc-id", vpc, "--matcher", "HttpCode=200-299");
        string listener = await Text(
            "Listeners[0].ListenerArn", "elbv2", "create-listener", "--load-balancer-arn", balancer, "--protocol", "HTTP", "--port", "80", "--default-actions", $"Type=forward,TargetGroupArn={group}");
        string userData = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(FleetSandbox.WebServer));
        await Run("ec2", "create-launch-template", "--launch-template-name", "web", "--launch-template-data", $$"""{"ImageId":"resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64","InstanceType":"t3.micro","UserData":"{{userData}}"}""");
        await Run(
            "autoscaling", "create-auto-scaling-group", "--auto-scaling-group-name", "web", "--launch-template", "LaunchTemplateName=web,Version=$Latest", "--min-size", "2", "--max-size", "4",
            "--vpc-zone-identifier", $"{subnets[0]},{subnets[1]}", "--target-group-arns", group, "--health-check-type", "ELB", "--tags", "Key=app,Value=directory,PropagateAtLaunch=true");

        Task<JsonElement> instances = Read("autoscaling", "describe-auto-scaling-groups", "--query", "AutoScalingGroups[0].Instances[].[LifecycleState,HealthStatus,AvailabilityZone]");
        Task<JsonElement> health = Read("elbv2", "describe-target-health", "--target-group-arn", group, "--query", "TargetHealthDescriptions[].TargetHealth.State");
        Task<JsonElement> activities = Read("autoscaling", "describe-scaling-activities", "--query", "Activities[].StatusCode");
        Task<AwsCliAnswer> inUse = cli.Run("elbv2", "delete-target-group", "--target-group-arn", group);
        Task<AwsCliAnswer> occupied = cli.Run("autoscaling", "delete-auto-scaling-group", "--auto-scaling-group-name", "web");
        Task<AwsCliAnswer> waited = cli.Run("elbv2", "wait", "load-balancer-available", "--load-balancer-arns", balancer);

        Assert.Equal("""[["InService","Healthy","us-east-1a"],["InService","Healthy","us-east-1b"]]""", Sorted(await instances));
        Assert.Equal("""["healthy","healthy"]""", JsonSerializer.Serialize(await health));
        Assert.Equal("""["Successful","Successful"]""", JsonSerializer.Serialize(await activities));
        Refuses("(ResourceInUse) when calling the DeleteTargetGroup operation", await inUse);
        Refuses("(ResourceInUse) when calling the DeleteAutoScalingGroup operation", await occupied);
        Assert.Empty((await waited).Error);

        await Run("autoscaling", "delete-auto-scaling-group", "--auto-scaling-group-name", "web", "--force-delete");
        await Run("elbv2", "delete-listener", "--listener-arn", listener);
        await Run("elbv2", "delete-load-balancer", "--load-balancer-arn", balancer);
        await Run("elbv2", "delete-target-group", "--target-group-arn", group);
        Assert.Equal("[]", JsonSerializer.Serialize(await Read("autoscaling", "describe-auto-scaling-groups", "--query", "AutoScalingGroups")));
        Assert.Equal("""["terminated","terminated"]""", JsonSerializer.Serialize(await Read("ec2", "describe-instances", "--query", "Reservations[].Instances[].State.Name")));
    }

    [SkippableFact]
    public async Task It_speaks_of_alarms_and_topics_in_its_own_protocol()
    {
        string topic = await Text("TopicArn", "sns", "create-topic", "--name", "alerts", "--tags", "Key=app,Value=directory");
        await Run(
            "cloudwatch", "put-metric-alarm", "--alarm-name", "cpu", "--namespace", "AWS/EC2", "--metric-name", "CPUUtilization", "--statistic", "Average", "--dimensions", "Name=AutoScalingGroupName,Value=web",
            "--period", "60", "--evaluation-periods", "3", "--threshold", "60.5", "--comparison-operator", "GreaterThanThreshold", "--alarm-actions", topic, "--tags", "Key=app,Value=directory");
        await Run("cloudwatch", "set-alarm-state", "--alarm-name", "cpu", "--state-value", "ALARM", "--state-reason", "a drill");

        Task<JsonElement> alarm = Read("cloudwatch", "describe-alarms", "--alarm-names", "cpu", "--query", "MetricAlarms[0].[StateValue,StateReason,Threshold,Period,ActionsEnabled,Dimensions[0].Value]");
        Task<JsonElement> tags = Read("cloudwatch", "list-tags-for-resource", "--resource-arn", "arn:aws:cloudwatch:us-east-1:123456789012:alarm:cpu", "--query", "Tags");
        Task<AwsCliAnswer> missing = cli.Run("cloudwatch", "set-alarm-state", "--alarm-name", "none", "--state-value", "OK", "--state-reason", "x");
        Task<AwsCliAnswer> wrong = cli.Run("cloudwatch", "describe-alarms", "--next-token", "nonsense");

        Assert.Equal("""["ALARM","a drill",60.5,60,true,"web"]""", JsonSerializer.Serialize(await alarm));
        Assert.Equal("""[{"Key":"app","Value":"directory"}]""", JsonSerializer.Serialize(await tags));
        Refuses("(ResourceNotFound) when calling the SetAlarmState operation: ", await missing);
        Refuses("(InvalidNextToken) when calling the DescribeAlarms operation: ", await wrong);
        await Run("cloudwatch", "delete-alarms", "--alarm-names", "cpu");
        Assert.Equal("[]", JsonSerializer.Serialize(await Read("cloudwatch", "describe-alarms", "--query", "MetricAlarms")));
    }

    private static void Refuses(string words, AwsCliAnswer answer) => Assert.Contains($"An error occurred {words}", answer.Error, StringComparison.Ordinal);

    private static string Sorted(JsonElement list) => $"[{string.Join(',', list.EnumerateArray().Select(item => JsonSerializer.Serialize(item)).Order(StringComparer.Ordinal))}]";

    private async Task Run(params string[] arguments) => Assert.Equal(string.Empty, (await cli.Run(arguments)).Error);

    private async Task<JsonElement> Read(params string[] arguments)
    {
        AwsCliAnswer answer = await cli.Run(arguments);
        Assert.Equal(string.Empty, answer.Error);
        using JsonDocument parsed = JsonDocument.Parse(answer.Output);
        return parsed.RootElement.Clone();
    }

    private async Task<string> Text(string query, params string[] arguments) => (await Read([.. arguments, "--query", query])).GetString()!;
}
