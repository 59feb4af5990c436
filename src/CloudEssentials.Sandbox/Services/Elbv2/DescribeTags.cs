using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>The tags of resources.</summary>
internal sealed class DescribeTags : TagReading
{
    public override JsonObject Execute(OperationCall call) => new()
    {
        ["TagDescriptions"] = new JsonArray([.. Tagged(call).Select(resource => new JsonObject
        {
            ["ResourceArn"] = resource.Arn,
            ["Tags"] = ResourceTags.Write(resource.Tags),
        })]),
    };
}
