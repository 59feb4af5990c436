using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Account;

/// <summary>The primary contact of an account.</summary>
internal sealed class GetContactInformation : ContactOperation
{
    public override JsonObject Execute(OperationCall call) => new() { ["ContactInformation"] = Write(Cell(call).Seen.Primary) };
}
