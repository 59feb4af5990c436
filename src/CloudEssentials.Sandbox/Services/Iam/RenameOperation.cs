using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives an identity another name or path.</summary>
internal abstract class RenameOperation<T>(IdentityKind<T> kind) : IamOperation
    where T : IamIdentity
{
    public override JsonObject Execute(OperationCall call)
    {
        T identity = kind.Get(call);
        ResourceTable<T> table = kind.Table(IamState.Of(call.State));
        string name = call.Text("New" + kind.Parameter) ?? identity.Name;
        string path = call.Text("NewPath") ?? identity.Path;
        if (!name.Equals(identity.Name, StringComparison.OrdinalIgnoreCase) && table.Contains(name))
        {
            throw IamErrors.AlreadyExists($"{char.ToUpperInvariant(kind.Noun[0])}{kind.Noun[1..]} with name {name} already exists.");
        }

        table.Remove(identity.Name);
        table[name] = identity with { Name = name, Path = path, Arn = $"arn:{call.Partition}:iam::{call.AccountId}:{kind.Noun}{path}{name}" };
        Follow(call, identity.Name, name);
        return [];
    }

    /// <summary>Changes what names the identity.</summary>
    protected abstract void Follow(OperationCall call, string from, string to);
}
