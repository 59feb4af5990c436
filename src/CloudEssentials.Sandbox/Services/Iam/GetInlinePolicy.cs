using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>One inline policy.</summary>
internal abstract class GetInlinePolicy<T>(IdentityKind<T> kind) : IamOperation
    where T : IamIdentity
{
    public override JsonObject Execute(OperationCall call)
    {
        T identity = kind.Seen(call);
        string name = call.RequiredText("PolicyName");
        return identity.InlinePolicies.TryGetValue(name, out string? document)
            ? new JsonObject { [kind.Parameter] = identity.Name, ["PolicyName"] = name, ["PolicyDocument"] = IamView.Document(document) }
            : throw IamErrors.NoSuchEntity($"The {kind.Noun} policy with name {name} cannot be found.");
    }
}
