using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>Gives a topic tags.</summary>
internal sealed class TagResource : SnsOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        SnsTopic topic = Tagged(call);
        SnsState.Of(call.State).Topics[topic.Arn] = topic with { Tags = Tags(call, topic.Tags) };
        return [];
    }
}
