using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>
/// The templates, judged by cfn-lint and by Terraform where they are on PATH. Terraform needs the provider hashicorp/aws: from the folder
/// that CLOUDESSENTIALS_TERRAFORM_PLUGINS names, or by the network.
/// </summary>
public sealed class TemplateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("template");

    public static TheoryData<NatGatewayMode, int, bool> Shapes => new()
    {
        { NatGatewayMode.None, 2, true },
        { NatGatewayMode.None, 3, false },
        { NatGatewayMode.Single, 2, false },
        { NatGatewayMode.PerZone, 4, true },
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [SkippableTheory]
    [MemberData(nameof(Shapes))]
    public void CfnLint_finds_neither_error_nor_warning(NatGatewayMode nat, int zones, bool named)
    {
        DirectoryAppSpec spec = Shape(nat, zones, named);
        string file = Path.Combine(_folder.FullName, "template.json");
        File.WriteAllText(file, CloudFormationTemplate.Write(DirectoryAppBlueprint.Stack(spec), spec));

        (int exit, string output) = Run("cfn-lint", "--regions", spec.Region, "--", file);

        Assert.True(exit == 0 && output.Trim().Length == 0, output);
    }

    [SkippableTheory]
    [InlineData(NatGatewayMode.None, 3, false)]
    [InlineData(NatGatewayMode.PerZone, 4, true)]
    public void Terraform_finds_it_valid(NatGatewayMode nat, int zones, bool named)
    {
        DirectoryAppSpec spec = Shape(nat, zones, named);
        File.WriteAllText(Path.Combine(_folder.FullName, "directory.tf.json"), TerraformTemplate.Write(DirectoryAppBlueprint.Stack(spec), spec));
        string[] plugins = Environment.GetEnvironmentVariable("CLOUDESSENTIALS_TERRAFORM_PLUGINS") is { Length: > 0 } folder ? [$"-plugin-dir={folder}"] : [];
        (int exit, string output) = Run("terraform", ["init", "-backend=false", "-input=false", "-no-color", .. plugins]);
        Skip.If(exit != 0, $"Terraform does not find the provider: {output}");

        (exit, output) = Run("terraform", "validate", "-no-color");

        Assert.True(exit == 0 && output.Contains("The configuration is valid.", StringComparison.Ordinal), output);
    }

    [Fact]
    public void Both_hold_the_same_application()
    {
        DirectoryAppSpec spec = Specs.Stack(NatGatewayMode.PerZone);
        IReadOnlyList<AppResource> stack = DirectoryAppBlueprint.Stack(spec);
        JsonNode formation = JsonNode.Parse(CloudFormationTemplate.Write(stack, spec))!;
        JsonNode terraform = JsonNode.Parse(TerraformTemplate.Write(stack, spec))!;

        Assert.Equal(stack.Select(resource => resource.LogicalId), formation["Resources"]!.AsObject().Select(resource => resource.Key));
        Assert.Equal("Retain", formation["Resources"]!["PhotosBucket"]!["DeletionPolicy"]!.GetValue<string>());
        Assert.Equal(DirectoryAppUserData.For(spec), formation["Resources"]!["LaunchTemplate"]!["Properties"]!["LaunchTemplateData"]!["UserData"]!["Fn::Base64"]!.GetValue<string>());
        JsonNode resources = terraform["resource"]!;
        // What Terraform makes of one resource in several: the bucket's three settings, the role's two policies, the group's notifications.
        Assert.Equal(stack.Count + 3 + 2 + 1, resources.AsObject().Sum(type => type.Value!.AsObject().Count));
        Assert.Equal("${aws_nat_gateway.nat_gateway2.id}", resources["aws_route"]!["private_route2"]!["nat_gateway_id"]!.GetValue<string>());
        Assert.Equal("${aws_security_group.load_balancer_security_group.id}", resources["aws_security_group"]!["app_security_group"]!["ingress"]![0]!["security_groups"]![0]!.GetValue<string>());
        Assert.Equal("operations@example.com", resources["aws_sns_topic_subscription"]!["subscription"]!["endpoint"]!.GetValue<string>());
        Assert.Equal("Operations", resources["aws_vpc"]!["vpc"]!["tags"]!["Team"]!.GetValue<string>());
        string[] outputs = ["Url", "BucketName", "TableName"];
        Assert.Equal(outputs, formation["Outputs"]!.AsObject().Select(output => output.Key));
        Assert.Equal(outputs, terraform["output"]!.AsObject().Select(output => output.Key));
    }

    [Fact]
    public void Where_no_account_and_no_zones_are_known_the_template_asks_for_them()
    {
        DirectoryAppSpec spec = Shape(NatGatewayMode.None, 2, named: false);
        string formation = CloudFormationTemplate.Write(DirectoryAppBlueprint.Stack(spec), spec);
        string terraform = TerraformTemplate.Write(DirectoryAppBlueprint.Stack(spec), spec);

        Assert.Contains("\"Fn::Sub\": \"arn:aws:dynamodb:us-west-2:${AWS::AccountId}:table/Employees\"", formation, StringComparison.Ordinal);
        Assert.Contains("Fn::GetAZs", formation, StringComparison.Ordinal);
        Assert.Contains(":${data.aws_caller_identity.current.account_id}:table/Employees", terraform, StringComparison.Ordinal);
        Assert.Contains("${data.aws_availability_zones.available.names[1]}", terraform, StringComparison.Ordinal);
        Assert.DoesNotContain("000000000000", formation + terraform, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Terraform_would_fill_in_is_taken_literally()
    {
        DirectoryAppSpec spec = Specs.Stack() with { KeyName = "a${b}%{c}" };

        string template = TerraformTemplate.Write(DirectoryAppBlueprint.Stack(spec), spec);

        Assert.Equal("a$${b}%%{c}", JsonNode.Parse(template)!["resource"]!["aws_launch_template"]!["launch_template"]!["key_name"]!.GetValue<string>());
    }

    private static DirectoryAppSpec Shape(NatGatewayMode nat, int zones, bool named) =>
        named ? Specs.Stack(nat, zones) : Specs.Stack(nat) with { Zones = [], ZoneCount = zones, AccountId = null, NotificationEmail = null, KeyName = null };

    private string Settings()
    {
        string file = Path.Combine(_folder.FullName, "settings");
        File.WriteAllText(file, "");
        return file;
    }

    private (int Exit, string Output) Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = _folder.FullName, RedirectStandardError = true, RedirectStandardOutput = true };
        // The settings of whoever runs the test are none of its business.
        start.Environment["TF_CLI_CONFIG_FILE"] = Settings();
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, process.ExitCode == 0 ? output : output + errors.Result);
        }
        catch (Win32Exception)
        {
            Skip.If(true, $"{program} is not on PATH.");
            throw;
        }
    }
}
