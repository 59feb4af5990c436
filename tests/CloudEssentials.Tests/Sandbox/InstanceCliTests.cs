using System.Text.Json;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>The AWS CLI, which others wrote, launches instances and ends them.</summary>
public sealed class InstanceCliTests : IAsyncLifetime
{
    private const string Image = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";

    private readonly AwsCli cli = AwsCli.Start(new SandboxOptions { Seed = "cli", Timings = SandboxTimings.None });

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await cli.DisposeAsync();

    [SkippableFact]
    public async Task It_launches_from_a_template_stops_starts_and_ends_an_instance()
    {
        string template = await Text("create-launch-template", "--launch-template-name", "web", "--launch-template-data", $"ImageId={Image},InstanceType=t3.micro,MetadataOptions={{HttpTokens=required}}", "--query", "LaunchTemplate.LaunchTemplateId");
        string instance = await Text("run-instances", "--launch-template", $"LaunchTemplateId={template}", "--user-data", "#!/bin/bash\necho hello", "--tag-specifications", "ResourceType=instance,Tags=[{Key=Name,Value=web-1}]", "--query", "Instances[0].InstanceId");

        Assert.Equal("web-1 running", await Text("describe-instances", "--filters", "Name=tag:Name,Values=web-*", "--query", "join(' ', Reservations[].Instances[].[Tags[0].Value, State.Name][])"));
        Assert.Equal("IyEvYmluL2Jhc2gKZWNobyBoZWxsbw==", await Text("describe-instance-attribute", "--instance-id", instance, "--attribute", "userData", "--query", "UserData.Value"));
        await Done("wait", "instance-status-ok", "--instance-ids", instance);
        await Done("stop-instances", "--instance-ids", instance);
        await Done("wait", "instance-stopped", "--instance-ids", instance);
        await Done("start-instances", "--instance-ids", instance);
        await Done("wait", "instance-running", "--instance-ids", instance);
        Assert.Contains("+ echo hello", await Text("get-console-output", "--instance-id", await Text("run-instances", "--launch-template", "LaunchTemplateName=web", "--user-data", "#!/bin/bash\necho hello", "--query", "Instances[0].InstanceId"), "--query", "Output"), StringComparison.Ordinal);
        await Done("terminate-instances", "--instance-ids", instance);
        await Done("wait", "instance-terminated", "--instance-ids", instance);
        await Done("delete-launch-template", "--launch-template-id", template);
        AwsCliAnswer refused = await cli.Run("ec2", "run-instances", "--image-id", Image, "--instance-type", "t3.micro", "--placement", "AvailabilityZone=us-east-1e");
        Assert.Contains("(Unsupported) when calling the RunInstances operation: Your requested instance type (t3.micro) is not supported in your requested Availability Zone (us-east-1e).", refused.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task It_finds_images_types_and_parameters()
    {
        string image = await Value("ssm", "get-parameter", "--name", "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64", "--query", "Parameter.Value");
        Assert.Equal("arm64", await Text("describe-images", "--image-ids", image, "--owners", "amazon", "--query", "Images[0].Architecture"));
        Assert.Equal("2", await Text("describe-instance-types", "--instance-types", "t4g.micro", "--query", "to_string(InstanceTypes[0].VCpuInfo.DefaultVCpus)"));
        Assert.Equal("5", await Text("describe-instance-type-offerings", "--location-type", "availability-zone", "--filters", "Name=instance-type,Values=t3.micro", "--query", "to_string(length(InstanceTypeOfferings))"));
    }

    private Task<string> Text(params string[] arguments) => Value(["ec2", .. arguments]);

    private async Task<string> Value(params string[] arguments)
    {
        AwsCliAnswer answer = await cli.Run(arguments);
        Assert.Empty(answer.Error);
        return JsonSerializer.Deserialize<string>(answer.Output)!;
    }

    private async Task Done(params string[] arguments) => Assert.Empty((await cli.Run(["ec2", .. arguments])).Error);
}
