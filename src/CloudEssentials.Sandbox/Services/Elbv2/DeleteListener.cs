using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Takes a listener away.</summary>
internal sealed class DeleteListener : ElbOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ElbState.Of(call.State).Listeners.Remove(Listener(call).Arn);
        return [];
    }
}
