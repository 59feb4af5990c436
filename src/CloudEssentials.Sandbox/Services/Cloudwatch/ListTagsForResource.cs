using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;

namespace CloudEssentials.Sandbox.Services.Cloudwatch;

/// <summary>An alarm's tags.</summary>
internal sealed class ListTagsForResource : AlarmOperation
{
    public override JsonObject Execute(OperationCall call) => new() { ["Tags"] = IamTags.Write(Alarms.Tagged(call).Tags) ?? [] };
}
