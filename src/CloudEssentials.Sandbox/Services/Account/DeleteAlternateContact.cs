using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Account;

/// <summary>Takes an alternate contact of an account away.</summary>
internal sealed class DeleteAlternateContact : ContactOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        StateCell<Contacts> cell = Cell(call);
        string type = call.RequiredText("AlternateContactType");
        if (!cell.Value.Alternate.TryGetValue(type, out _))
        {
            throw NotFound(type);
        }

        cell.Value = cell.Value with { Alternate = cell.Value.Alternate.Remove(type) };
        return [];
    }
}
