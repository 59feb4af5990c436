using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The tags of a resource.</summary>
internal abstract class ListTags(TaggedKind kind) : IamOperation
{
    public override JsonObject Execute(OperationCall call) => IamPage.Of(
        call, kind.Read(call), tag => tag.Key, "Tags", tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value });
}
