using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Adds tags to groups, or overwrites them.</summary>
internal sealed class CreateOrUpdateTags : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        foreach (JsonObject tag in call.Structures("Tags"))
        {
            ScalingGroup group = Group(call, tag["ResourceId"]?.GetValue<string>() ?? throw ScalingErrors.Validation("Resource ID must be specified."));
            Put(call, group with { Tags = GroupTags.Add(group.Tags, tag) });
        }

        return [];
    }
}
