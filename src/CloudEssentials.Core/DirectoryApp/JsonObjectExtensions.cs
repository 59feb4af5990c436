using System.Text.Json.Nodes;

namespace CloudEssentials.DirectoryApp;

/// <summary>Builds objects of JSON in one expression.</summary>
internal static class JsonObjectExtensions
{
    /// <summary>Sets a member.</summary>
    /// <returns>The object itself.</returns>
    internal static JsonObject With(this JsonObject value, string name, JsonNode? member)
    {
        value[name] = member;
        return value;
    }
}
