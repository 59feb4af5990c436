using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>The topics of a Region.</summary>
internal sealed class ListTopics : SnsOperation
{
    public override IReadOnlyList<string> Resources(OperationCall call) => ["*"];

    public override JsonObject Execute(OperationCall call) => Page(
        call, "Topics", SnsState.Of(call.State).Topics.Seen.Values.Where(topic => topic.Region == call.Region), topic => topic.Arn, topic => new JsonObject { ["TopicArn"] = topic.Arn });
}
