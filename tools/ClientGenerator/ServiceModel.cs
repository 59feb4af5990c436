using System.Text.Json.Nodes;

namespace CloudEssentials.ClientGenerator;

/// <summary>A trimmed model together with what the .NET SDK calls things.</summary>
internal sealed class ServiceModel(string service, JsonObject model, JsonObject dotnet)
{
    // rest-xml only where no client is made, for the sandbox.
    private static readonly string[] Supported = ["ec2", "query", "json", "rest-json", "rest-xml"];

    private readonly JsonNode _metadata = model["metadata"]!;
    private readonly JsonObject _shapes = model["shapes"]!.AsObject();

    internal string Service => service;
    internal string Namespace => (string)dotnet["namespace"]!;
    internal string BaseName => (string)dotnet["baseName"]!;
    internal string Package => (string?)dotnet["package"] ?? "AWSSDK." + Namespace["Amazon.".Length..];
    internal bool PackageOnly => dotnet["packageOnly"] is { } only && (bool)only;
    /// <summary>False where the package has names of its own for what waiters ask.</summary>
    internal bool HasWaiters => dotnet["waiters"] is not { } wanted || (bool)wanted;
    internal string PaginatorFactory => Namespace.Split('.')[^1] + "PaginatorFactory";
    internal string Client => $"Amazon{BaseName}Client";
    internal string Interface => $"IAmazon{BaseName}";
    internal string ExceptionBase => $"Amazon{BaseName}Exception";

    internal string Protocol { get; } = new[] { (string)model["metadata"]!["protocol"]! }
        .Concat(model["metadata"]!["protocols"]?.AsArray().Select(p => (string)p!) ?? [])
        .FirstOrDefault(name => Supported.Contains(name) && (name != "rest-xml" || (bool?)dotnet["packageOnly"] == true)) ?? throw new GeneratorException($"The protocol {model["metadata"]!["protocol"]} of '{service}' is not supported.");

    internal bool IsXml => Protocol is "ec2" or "query";
    internal bool IsEc2 => Protocol == "ec2";
    internal bool IsRest => Protocol == "rest-json";
    internal string ApiVersion => (string)_metadata["apiVersion"]!;
    internal string ServiceId => (string)_metadata["serviceId"]!;
    internal string EndpointPrefix => (string)_metadata["endpointPrefix"]!;
    internal string SigningName => (string?)_metadata["signingName"] ?? EndpointPrefix;
    internal string? TargetPrefix => (string?)_metadata["targetPrefix"];
    internal string JsonVersion => (string?)_metadata["jsonVersion"] ?? "1.0";
    internal JsonObject EndpointRules => model["endpointRules"]!.AsObject();

    internal IEnumerable<Operation> Operations => model["operations"]!.AsObject().Select(pair => new Operation(this, pair.Key, pair.Value!.AsObject()));

    internal IEnumerable<(Operation Operation, JsonObject Facts)> Paginators =>
        from operation in Operations
        where model["paginators"]![operation.Name] is not null
        select (operation, model["paginators"]![operation.Name]!.AsObject());

    internal IEnumerable<(string Name, Operation Operation, JsonObject Facts)> Waiters =>
        from waiter in model["waiters"]!.AsObject()
        select (waiter.Key, Operations.Single(o => o.Name == (string)waiter.Value!["operation"]!), waiter.Value!.AsObject());

    internal Shape Shape(string name) => new(this, name, _shapes[name]!.AsObject());

    /// <summary>The shape of a member, under the name that dotnet.json gives it where a later model than ours has renamed it.</summary>
    internal Shape ShapeOf(Shape owner, string member, string shape) =>
        (string?)dotnet["retype"]?[owner.Name]?[member] is { } renamed ? new(this, renamed, _shapes[shape]!.AsObject()) : Shape(shape);

    internal bool HasNoArgOverload(string operation) => Listed("noArgOverloads", operation);

    internal bool SuppressesResult(string operation) => Listed("suppressResult", operation);

    internal string? Wrap(string operation) => (string?)dotnet["wrap"]?[operation];

    internal (string As, string? Member)? Substitution(string shape) =>
        dotnet["substitute"]?[shape] is { } found ? ((string)found["as"]!, (string?)found["member"]) : null;

    internal string? RenamedMember(string shape, string member) => (string?)dotnet["members"]?[shape]?[member];

    internal bool Excludes(string shape, string member) => dotnet["exclude"]?[shape]?.AsArray().Any(name => (string)name! == member) ?? false;

    /// <summary>The constructors that the .NET SDK offers for a class: each the names of the members that it sets.</summary>
    internal IEnumerable<string[]> Constructors(string type) =>
        dotnet["constructors"]?[type]?.AsArray().Select(form => ((string)form!).Split(',')) ?? [];

    private bool Listed(string list, string name) => dotnet[list]?.AsArray().Any(item => (string)item! == name) ?? false;
}
