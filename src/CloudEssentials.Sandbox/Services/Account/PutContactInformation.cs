using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Account;

/// <summary>Changes the primary contact of an account.</summary>
internal sealed class PutContactInformation : ContactOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        StateCell<Contacts> cell = Cell(call);
        cell.Value = cell.Value with { Primary = Read(call.Input["ContactInformation"]!.AsObject()) };
        return [];
    }
}
