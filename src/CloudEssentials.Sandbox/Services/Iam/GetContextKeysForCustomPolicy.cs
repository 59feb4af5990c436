using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The context keys that the policies of a call ask for.</summary>
internal sealed class GetContextKeysForCustomPolicy : IamOperation
{
    public override JsonObject Execute(OperationCall call) =>
        ContextKeys.Answer(PolicySources.Given(call, "PolicyInputList").Select(policy => policy.Document));
}
