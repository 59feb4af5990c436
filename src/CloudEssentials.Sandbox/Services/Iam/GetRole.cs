using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>One role.</summary>
internal sealed class GetRole : IamOperation
{
    public override JsonObject Execute(OperationCall call) =>
        new() { ["Role"] = IamView.Role(IdentityKinds.Role.Seen(call), whole: true) };
}
