using System.Globalization;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>
/// The versions of a launch template, the newest first; or, where no template is named, the latest or default versions of all of them.
/// </summary>
internal sealed class DescribeLaunchTemplateVersions : SandboxOperation
{
    private static readonly Filters<JsonObject> Filtering = AnswerFilters.Parse("""
        create-time CreateTime
        ebs-optimized LaunchTemplateData.EbsOptimized
        http-endpoint LaunchTemplateData.MetadataOptions.HttpEndpoint
        http-protocol-ipv4
        host-resource-group-arn LaunchTemplateData.Placement.HostResourceGroupArn
        http-tokens LaunchTemplateData.MetadataOptions.HttpTokens
        iam-instance-profile LaunchTemplateData.IamInstanceProfile.Arn
        image-id LaunchTemplateData.ImageId
        instance-type LaunchTemplateData.InstanceType
        is-default-version DefaultVersion
        kernel-id LaunchTemplateData.KernelId
        license-configuration-arn
        network-card-index LaunchTemplateData.NetworkInterfaces.NetworkCardIndex
        ram-disk-id LaunchTemplateData.RamDiskId
        """);

    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> versions = call.Texts("Versions");
        bool isNamed = call.Text("LaunchTemplateId") is not null || call.Text("LaunchTemplateName") is not null;
        if (!isNamed && (versions.Count == 0 || versions.Any(version => version is not (LaunchTemplates.Latest or LaunchTemplates.Default))))
        {
            throw new ServiceError("MissingParameter", "Either a launch template ID or a launch template name must be specified in the request.");
        }

        IEnumerable<Ec2LaunchTemplate> templates = isNamed
            ? [LaunchTemplates.Require(call.State, call.Region, call.Input)]
            : InstanceKinds.LaunchTemplate.SeenIn(call.State, call.Region).Cast<Ec2LaunchTemplate>();
        IEnumerable<JsonObject> answers = templates
            .SelectMany(template => Wanted(call, template, versions), (template, version) => LaunchTemplates.Write(call, template, version));
        return Pages.Cut(call, "LaunchTemplateVersions", Filtering.Apply(call, answers), Key);
    }

    private static IEnumerable<Ec2LaunchTemplateVersion> Wanted(OperationCall call, Ec2LaunchTemplate template, IReadOnlyList<string> versions) => versions.Count > 0
        ? versions.Select(version => LaunchTemplates.Version(template, version)).Distinct()
        : template.Versions.Where(version =>
            !(version.Number < Bound(call, template, "MinVersion")) && !(version.Number > Bound(call, template, "MaxVersion")));

    private static int? Bound(OperationCall call, Ec2LaunchTemplate template, string name) => call.Text(name) switch
    {
        null => null,
        LaunchTemplates.Latest => template.LatestVersion,
        LaunchTemplates.Default => template.DefaultVersion,
        { } text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
            : throw new ServiceError("InvalidParameterValue", $"Invalid launch template version: {text}"),
    };

    // So that the newest version of a template comes first.
    private static string Key(JsonObject version) =>
        $"{version["LaunchTemplateId"]} {(int.MaxValue - version["VersionNumber"]!.GetValue<int>()).ToString("D10", CultureInfo.InvariantCulture)}";
}
