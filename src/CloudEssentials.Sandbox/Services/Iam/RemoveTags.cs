using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes tags from a resource; a key that is not there is no error.</summary>
internal abstract class RemoveTags(TaggedKind kind) : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        kind.Write(call, kind.Read(call).RemoveRange(call.Texts("TagKeys")));
        return [];
    }
}
