using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Account;

/// <summary>An alternate contact of an account.</summary>
internal sealed class GetAlternateContact : ContactOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string type = call.RequiredText("AlternateContactType");
        return Cell(call).Seen.Alternate.TryGetValue(type, out ImmutableSortedDictionary<string, string>? contact)
            ? new JsonObject { ["AlternateContact"] = Write(contact) }
            : throw NotFound(type);
    }
}
