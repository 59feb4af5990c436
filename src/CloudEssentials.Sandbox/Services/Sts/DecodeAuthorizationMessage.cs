using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Sts;

/// <summary>Makes an encoded authorization message readable.</summary>
internal sealed class DecodeAuthorizationMessage : SandboxOperation
{
    public override JsonObject Execute(OperationCall call) =>
        EncodedMessage.Read(call.State, call.RequiredText("EncodedMessage")) is { } message
            ? new JsonObject { ["DecodedMessage"] = message }
            : throw new ServiceError("InvalidAuthorizationMessageException", "Message is not valid");
}
