using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The launch templates of a Region.</summary>
internal sealed class DescribeLaunchTemplates() : DescribeOperation<Ec2LaunchTemplate>(InstanceKinds.LaunchTemplate, "LaunchTemplateIds", "LaunchTemplates", "LaunchTemplateId", """
    create-time CreateTime
    launch-template-name LaunchTemplateName
    """)
{
    protected override IEnumerable<Ec2LaunchTemplate> Wanted(OperationCall call)
    {
        IReadOnlyList<string> names = call.Texts("LaunchTemplateNames");
        List<Ec2LaunchTemplate> wanted = [.. base.Wanted(call).Where(template => names.Count == 0 || names.Contains(template.Name))];
        return names.Except(wanted.Select(template => template.Name)).Any()
            ? throw new ServiceError("InvalidLaunchTemplateName.NotFoundException", "At least one of the launch templates specified in the request does not exist.")
            : wanted;
    }

    protected override JsonObject Write(OperationCall call, Ec2LaunchTemplate resource) => LaunchTemplates.Write(resource);
}
