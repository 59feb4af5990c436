using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The context keys that the policies of a user, group or role ask for.</summary>
internal sealed class GetContextKeysForPrincipalPolicy : IamOperation
{
    public override JsonObject Execute(OperationCall call) => ContextKeys.Answer(
        AccountPolicies.Of(IamState.Of(call.State), PolicySources.Find(call, call.RequiredText("PolicySourceArn")))
            .Concat(PolicySources.Given(call, "PolicyInputList"))
            .Select(policy => policy.Document));
}
