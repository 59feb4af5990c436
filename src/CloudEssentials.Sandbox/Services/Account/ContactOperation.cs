using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Organizations;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Account;

/// <summary>An operation on an account's contacts: the caller's own, or those of a member that the caller's organization names.</summary>
internal abstract class ContactOperation : SandboxOperation
{
    public override IReadOnlyList<string> Resources(OperationCall call) => [$"arn:{call.Partition}:account::{call.AccountId}:account"];

    protected static StateCell<Contacts> Cell(OperationCall call)
    {
        if (call.Text("AccountId") is not { } id)
        {
            return ContactState.Of(call.State).Contacts;
        }

        OrgState organization = OrgState.Of(call.State);
        // "The management account can't specify its own AccountId; it must call the operation in standalone context."
        return id != call.AccountId && organization.MayAdminister(call.AccountId, "account.amazonaws.com")
            && organization.Cell.Value.Facts!.TrustedServices.ContainsKey("account.amazonaws.com") && call.State.Find(id) is { } state
            ? ContactState.Of(state).Contacts
            : throw new ServiceError("AccessDeniedException", $"User: {call.Caller.Arn} is not authorized to perform: {call.Service.Code}:{call.Operation.Name}", 403);
    }

    protected static ServiceError NotFound(string type) =>
        new("ResourceNotFoundException", $"No contact of the inputted alternate contact type found. ({type})", 404);

    protected static JsonObject Write(IEnumerable<KeyValuePair<string, string>> members) =>
        new(members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, member.Value)));

    protected static ImmutableSortedDictionary<string, string> Read(JsonObject members) => members
        .Where(member => member.Key != "AccountId" && member.Value is not null)
        .ToImmutableSortedDictionary(member => member.Key, member => member.Value!.GetValue<string>());
}
