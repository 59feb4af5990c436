using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>A topic's tags.</summary>
internal sealed class ListTagsForResource : SnsOperation
{
    public override JsonObject Execute(OperationCall call) => new() { ["Tags"] = IamTags.Write(Tagged(call).Tags) ?? [] };
}
