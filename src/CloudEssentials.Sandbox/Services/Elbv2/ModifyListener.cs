using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Changes a listener.</summary>
internal sealed class ModifyListener : ListenerSettings
{
    public override JsonObject Execute(OperationCall call)
    {
        ElbListener listener = Apply(call, Listener(call));
        ElbState.Of(call.State).Listeners[listener.Arn] = listener;
        return new JsonObject { ["Listeners"] = new JsonArray(ElbView.Listener(listener)) };
    }
}
