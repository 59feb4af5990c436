using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>Sends a message to a topic. Nobody outside the sandbox receives it.</summary>
internal sealed class Publish : SnsOperation
{
    private const int MaximumSize = 256 * 1024;
    private const int MaximumSubject = 100;

    public override JsonObject Execute(OperationCall call)
    {
        if (call.Text("PhoneNumber") is not null)
        {
            throw new ServiceError("InvalidParameter", "Invalid parameter: The sandbox sends no text messages");
        }

        string parameter = call.Text("TopicArn") is not null ? "TopicArn"
            : call.Text("TargetArn") is not null ? "TargetArn"
            : throw Invalid("TopicArn or TargetArn Reason: no value for required parameter");
        SnsTopic topic = Topic(call, parameter);
        string message = call.RequiredText("Message");
        string? wrong = message.Length == 0 ? "Empty message"
            : Encoding.UTF8.GetByteCount(message) > MaximumSize ? "Message too long"
            : call.Text("Subject") is { Length: 0 or > MaximumSubject } ? "Subject"
            : call.Text("MessageStructure") is { } structure ? FaultOf(structure, message)
            : null;
        return wrong is null
            ? new JsonObject { ["MessageId"] = SnsState.Publish(call.State, topic.Arn, call.Text("Subject"), message) }
            : throw Invalid(wrong);
    }

    // With the structure "json" a message is one text for each protocol, and one for all others.
    private static string? FaultOf(string structure, string message)
    {
        try
        {
            return structure != "json" ? "MessageStructure"
                : JsonNode.Parse(message) is JsonObject texts && texts["default"] is JsonValue ? null
                : "Message Structure - No default entry in JSON message body";
        }
        catch (JsonException)
        {
            return "Message Structure - JSON message body failed to parse";
        }
    }
}
