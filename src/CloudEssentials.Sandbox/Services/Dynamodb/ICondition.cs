using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>A condition on an item.</summary>
internal interface ICondition
{
    bool Holds(JsonObject item);
}
