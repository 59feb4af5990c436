using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>One managed policy, without its document.</summary>
internal sealed class GetPolicy : PolicyOperation
{
    public override JsonObject Execute(OperationCall call) =>
        new() { ["Policy"] = IamView.Policy(IamState.Of(call.State), Seen(call), whole: true) };
}
