using System.Text;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
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

        Topic(call, call.Text("TopicArn") is null ? "TargetArn" : "TopicArn");
        string message = call.RequiredText("Message");
        string? wrong = message.Length == 0 ? "Empty message"
            : Encoding.UTF8.GetByteCount(message) > MaximumSize ? "Message too long"
            : call.Text("Subject") is { Length: 0 or > MaximumSubject } ? "Subject"
            : null;
        return wrong is null
            ? new JsonObject { ["MessageId"] = Guid.ParseExact(call.NewId(string.Empty, 32, IdGenerator.Hexadecimal), "N").ToString() }
            : throw Invalid(wrong);
    }
}
