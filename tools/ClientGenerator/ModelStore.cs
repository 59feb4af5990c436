using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudEssentials.ClientGenerator;

/// <summary>The trimmed models that stand in the repository, one file a service; a file that lacks an operation is trimmed anew.</summary>
internal sealed class ModelStore(string folder, bool refresh)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal ServiceModel Load(string service, IReadOnlyList<string> operations, string names)
    {
        JsonObject dotnet = JsonNode.Parse(File.ReadAllText(names))![service]?.AsObject() ?? throw new GeneratorException(
            $"dotnet.json does not name the .NET namespace of '{service}'. Add an entry with 'namespace' and 'baseName', as the official package has them.");
        string path = Path.Combine(folder, service + ".json");
        JsonObject trimmed = Trimmer.Trim(Source(path, service, operations), service, operations);
        // A client that comes as a package knows its own endpoints.
        if ((bool?)dotnet["packageOnly"] == true) trimmed.Remove("endpointRules");
        FileText.Write(path, trimmed.ToJsonString(Layout) + "\n");
        return new(service, trimmed, dotnet);
    }

    private JsonObject Source(string path, string service, IReadOnlyList<string> operations)
    {
        if (refresh || !File.Exists(path)) return BotocoreData.Load(service, $"There is no trimmed model of '{service}'.");
        JsonObject stored = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        string? missing = operations.FirstOrDefault(operation => stored["operations"]![operation] is null);
        return missing is null ? stored : BotocoreData.Load(service, $"The trimmed model of '{service}' lacks '{missing}'.");
    }
}
