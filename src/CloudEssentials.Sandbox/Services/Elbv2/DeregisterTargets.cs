using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Deregisters targets. "If the specified target does not exist, the action returns successfully."</summary>
internal sealed class DeregisterTargets : ElbOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ElbTargetGroup group = TargetGroup(call);
        foreach (JsonObject target in call.Structures("Targets"))
        {
            // Without a port all registrations of the target end.
            string id = target["Id"]!.GetValue<string>();
            foreach (ElbTarget known in ElbState.Of(call.State).TargetsOf(group.Arn)
                .Where(known => known.Id == id && (target["Port"] is null || known.Port == Targets.Read(target, group).Port)).ToList())
            {
                Targets.Deregister(call.State, group, known);
            }
        }

        return [];
    }
}
