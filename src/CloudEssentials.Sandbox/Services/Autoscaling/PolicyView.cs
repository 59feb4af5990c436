using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Scaling policies as Auto Scaling answers them.</summary>
internal static class PolicyView
{
    public static JsonObject Policy(SandboxState state, ScalingPolicy policy)
    {
        // What the policy was given is answered by the same names.
        JsonObject answer = JsonNode.Parse(policy.Settings)!.AsObject();
        answer["PolicyARN"] = policy.Arn;
        answer["PolicyType"] = policy.Type;
        answer["Alarms"] = Alarms(state, policy);
        answer["Enabled"] ??= true;
        answer["StepAdjustments"] ??= new JsonArray();
        if (policy.Type == ScalingPolicies.TargetTracking)
        {
            answer["TargetTrackingConfiguration"]!["DisableScaleIn"] ??= false;
        }

        return answer;
    }

    public static JsonArray Alarms(SandboxState state, ScalingPolicy policy) => new([.. policy.Alarms.Select(name => new JsonObject
    {
        ["AlarmName"] = name,
        ["AlarmARN"] = Cloudwatch.Alarms.Arn(state, policy.Region, name),
    })]);
}
