using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Sets a device's clock right by two codes that follow each other.</summary>
internal sealed class ResyncMFADevice : MfaOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        // A clock that is off by ten minutes is found again.
        CheckCodes(call, Owned(call), steps: 20);
        return [];
    }
}
