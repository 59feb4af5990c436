using System.Text.Json.Nodes;
using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>
/// What a launch template says of instances, from CloudFormation's terms to EC2's:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-launchtemplate-launchtemplatedata.html.
/// </summary>
internal static class LaunchTemplateData
{
    /// <summary>The data of a template that is wanted.</summary>
    internal static RequestLaunchTemplateData Of(ResourceWish wish)
    {
        JsonObject data = wish.Properties["LaunchTemplateData"]!.AsObject();
        return new()
        {
            ImageId = data.Text("ImageId"),
            InstanceType = data.Text("InstanceType"),
            KeyName = data.Text("KeyName"),
            UserData = data.Text("UserData"),
            SecurityGroupIds = data.Texts("SecurityGroupIds"),
            IamInstanceProfile = data["IamInstanceProfile"] is JsonObject profile ? new() { Arn = profile.Text("Arn"), Name = profile.Text("Name") } : null,
            MetadataOptions = data["MetadataOptions"] is JsonObject options ? Metadata(options) : null,
            BlockDeviceMappings = [.. data.Objects("BlockDeviceMappings").Select(Device)],
            TagSpecifications = [.. data.Objects("TagSpecifications").Select(Tags)],
        };
    }

    private static LaunchTemplateInstanceMetadataOptionsRequest Metadata(JsonObject options) => new()
    {
        HttpEndpoint = options.Text("HttpEndpoint"),
        HttpTokens = options.Text("HttpTokens"),
        HttpPutResponseHopLimit = options.Number("HttpPutResponseHopLimit"),
    };

    private static LaunchTemplateBlockDeviceMappingRequest Device(JsonObject device)
    {
        JsonObject volume = device["Ebs"]!.AsObject();
        return new()
        {
            DeviceName = device.Text("DeviceName"),
            Ebs = new()
            {
                Encrypted = volume.Flag("Encrypted"),
                VolumeType = volume.Text("VolumeType"),
                VolumeSize = volume.Number("VolumeSize"),
                DeleteOnTermination = volume.Flag("DeleteOnTermination"),
            },
        };
    }

    private static LaunchTemplateTagSpecificationRequest Tags(JsonObject specification) => new()
    {
        ResourceType = specification.Text("ResourceType"),
        Tags = [.. specification.Objects("Tags").Select(tag => new Tag(tag.Text("Key"), tag.Text("Value")))],
    };
}
