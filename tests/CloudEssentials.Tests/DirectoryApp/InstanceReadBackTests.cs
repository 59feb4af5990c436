using System.Text;
using System.Text.Json;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Operations.DirectoryApp;
using CloudEssentials.Sandbox;
using CloudEssentials.Tests.Clients;
using CloudEssentials.Tests.Sandbox;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>The same launch on an emulator that others wrote and on the sandbox's own endpoint, read back by the AWS CLI, which others wrote too.</summary>
public sealed class InstanceReadBackTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private delegate Task<AwsCliAnswer> CliCall(params string[] arguments);

    private static readonly NewDirectoryAppInstanceRequest _request = new() { Name = "directory", PhotosBucket = "employee-photo-bucket-ab-907", Count = 2, Wait = true, Region = "us-east-1" };

    [SkippableFact]
    public Task On_the_emulator_instance_tags_profile_and_user_data_are_as_wanted()
    {
        Skip.If(moto.Url is null, "moto_server is not on PATH.");
        return LaunchAndReadBackAsync(moto.Url, "AKIAIOSFODNN7EXAMPLE", "secret");
    }

    [SkippableFact]
    public async Task On_the_sandboxes_endpoint_instance_tags_profile_and_user_data_are_as_wanted()
    {
        using SandboxAccount account = new();
        await using SandboxEndpoint endpoint = SandboxEndpoint.Start(account);

        await LaunchAndReadBackAsync(endpoint.Url.ToString(), SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey);
    }

    private static async Task LaunchAndReadBackAsync(string url, string accessKey, string secretKey)
    {
        Task<AwsCliAnswer> Cli(params string[] arguments) => AwsCli.RunAt(url, accessKey, secretKey, arguments);
        TestHost host = new();
        await host.RunAsync(new ConnectCloudAccount(), new() { EndpointUrl = url, AccessKey = accessKey, SecretKey = secretKey, Region = "us-east-1" });

        List<DirectoryAppInstance> two = await host.RunAsync(new NewDirectoryAppInstance(), _request);
        List<DirectoryAppInstance> again = await host.RunAsync(new NewDirectoryAppInstance(), _request);

        Assert.Equal(["running", "running"], two.Select(instance => instance.State));
        Assert.Equal(two.Select(instance => instance.InstanceId), again.Select(instance => instance.InstanceId));
        Assert.Equal(2, host.Warnings.Distinct().Count(warning => warning.Contains("-CreateStorage", StringComparison.Ordinal)));
        Assert.Contains(host.Warnings, warning => warning.Contains("emulator", StringComparison.Ordinal));
        await ReadBackAsync(Cli, two);

        await host.RunAsync(new RemoveDirectoryAppInstance(), new() { Name = "directory" });
        Assert.Contains("NoSuchEntity", (await Cli("iam", "get-role", "--role-name", two[0].Role!)).Error, StringComparison.Ordinal);
        Assert.Contains("NoSuchEntity", (await Cli("iam", "get-instance-profile", "--instance-profile-name", two[0].Role!)).Error, StringComparison.Ordinal);
        Assert.Contains("InvalidGroup.NotFound", (await Cli("ec2", "describe-security-groups", "--group-ids", two[0].SecurityGroupId[0])).Error, StringComparison.Ordinal);
    }

    private static async Task ReadBackAsync(CliCall cli, List<DirectoryAppInstance> two)
    {
        Task<AwsCliAnswer> described = cli("ec2", "describe-instances", "--filters", "Name=tag:Application,Values=directory", "--query", "Reservations[].Instances[]");
        Task<AwsCliAnswer> data = cli("ec2", "describe-instance-attribute", "--instance-id", two[0].InstanceId, "--attribute", "userData");
        Task<AwsCliAnswer> profile = cli("iam", "get-instance-profile", "--instance-profile-name", two[0].Role!);
        Task<AwsCliAnswer> policy = cli("iam", "get-role-policy", "--role-name", two[0].Role!, "--policy-name", "directory-photos-and-employees");

        using JsonDocument instances = JsonDocument.Parse((await described).Output);
        Assert.Equal(2, instances.RootElement.GetArrayLength());
        Assert.Equal(2, instances.RootElement.EnumerateArray().Select(instance => instance.GetProperty("Placement").GetProperty("AvailabilityZone").GetString()).Distinct().Count());
        foreach (JsonElement instance in instances.RootElement.EnumerateArray())
        {
            Assert.Equal("required", instance.GetProperty("MetadataOptions").GetProperty("HttpTokens").GetString());
            Assert.EndsWith($"instance-profile/{two[0].Role}", instance.GetProperty("IamInstanceProfile").GetProperty("Arn").GetString(), StringComparison.Ordinal);
            Dictionary<string, string?> tags = instance.GetProperty("Tags").EnumerateArray().ToDictionary(tag => tag.GetProperty("Key").GetString()!, tag => tag.GetProperty("Value").GetString());
            Assert.Equal(("directory", "employee-photo-bucket-ab-907", "Employees"), (tags["Application"], tags["PhotosBucket"], tags["EmployeesTable"]));
            Assert.StartsWith("directory-", tags["Name"], StringComparison.Ordinal);
        }

        using JsonDocument attribute = JsonDocument.Parse((await data).Output);
        string script = Encoding.UTF8.GetString(attribute.RootElement.GetProperty("UserData").GetProperty("Value").GetBytesFromBase64());
        Assert.StartsWith("#!/bin/bash -ex\n", script, StringComparison.Ordinal);
        Assert.Contains("PHOTOS_BUCKET='employee-photo-bucket-ab-907'", script, StringComparison.Ordinal);
        using JsonDocument carried = JsonDocument.Parse((await profile).Output);
        Assert.Equal(two[0].Role, carried.RootElement.GetProperty("InstanceProfile").GetProperty("Roles")[0].GetProperty("RoleName").GetString());
        Assert.Contains("arn:aws:s3:::employee-photo-bucket-ab-907/*", (await policy).Output, StringComparison.Ordinal);
    }
}
