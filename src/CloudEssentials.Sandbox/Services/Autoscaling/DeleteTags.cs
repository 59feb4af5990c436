using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Takes tags from groups.</summary>
internal sealed class DeleteTags : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        foreach (JsonObject tag in call.Structures("Tags"))
        {
            ScalingGroup group = Group(call, tag["ResourceId"]?.GetValue<string>() ?? throw ScalingErrors.Validation("Resource ID must be specified."));
            Put(call, group with { Tags = group.Tags.Remove(tag["Key"]!.GetValue<string>()) });
        }

        return [];
    }
}
