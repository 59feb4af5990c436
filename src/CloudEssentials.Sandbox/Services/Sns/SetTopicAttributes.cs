using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>Changes one attribute of a topic.</summary>
internal sealed class SetTopicAttributes : SnsOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        SnsTopic topic = Topic(call);
        string name = call.RequiredText("AttributeName");
        string value = call.Text("AttributeValue") ?? string.Empty;
        TopicAttributes.Check(call, name, value, isNew: false);
        SnsState.Of(call.State).Topics[topic.Arn] = topic with { Attributes = value.Length == 0 ? topic.Attributes.Remove(name) : topic.Attributes.SetItem(name, value) };
        return [];
    }
}
