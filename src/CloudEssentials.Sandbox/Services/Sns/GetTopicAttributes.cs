using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>What a topic is.</summary>
internal sealed class GetTopicAttributes : SnsOperation
{
    public override JsonObject Execute(OperationCall call) => new() { ["Attributes"] = TopicAttributes.Of(call, Topic(call)) };
}
