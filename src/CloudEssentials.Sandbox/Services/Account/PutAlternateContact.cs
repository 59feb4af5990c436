using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Account;

/// <summary>Names an alternate contact of an account.</summary>
internal sealed class PutAlternateContact : ContactOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        StateCell<Contacts> cell = Cell(call);
        cell.Value = cell.Value with { Alternate = cell.Value.Alternate.SetItem(call.RequiredText("AlternateContactType"), Read(call.Input)) };
        return [];
    }
}
