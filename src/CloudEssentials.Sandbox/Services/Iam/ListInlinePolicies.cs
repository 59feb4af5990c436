using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The names of an identity's inline policies.</summary>
internal abstract class ListInlinePolicies<T>(IdentityKind<T> kind) : IamOperation
    where T : IamIdentity
{
    public override JsonObject Execute(OperationCall call) => IamPage.Of(
        call,
        kind.Seen(call).InlinePolicies.Keys.OrderBy(name => name, StringComparer.OrdinalIgnoreCase),
        name => name,
        "PolicyNames",
        name => JsonValue.Create(name));
}
