using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>Takes tags from a topic.</summary>
internal sealed class UntagResource : SnsOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        SnsTopic topic = Tagged(call);
        SnsState.Of(call.State).Topics[topic.Arn] = topic with { Tags = topic.Tags.RemoveRange(call.Texts("TagKeys")) };
        return [];
    }
}
