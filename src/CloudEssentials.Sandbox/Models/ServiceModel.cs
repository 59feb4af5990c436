using System.Collections.Concurrent;
using System.Text.Json;

namespace CloudEssentials.Sandbox.Models;

/// <summary>
/// A service as its published model describes it: protocol, namespace, operations and shapes. Read when the service is first called,
/// and shapes only when an operation needs them.
/// </summary>
internal sealed class ServiceModel
{
    private static readonly ConcurrentDictionary<string, Lazy<ServiceModel?>> Loaded = new(StringComparer.Ordinal);

    private readonly JsonElement _root;
    private readonly ConcurrentDictionary<string, Shape> _shapes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, OperationModel?> _operations = new(StringComparer.Ordinal);

    private ServiceModel(string code, JsonElement root)
    {
        Code = code;
        _root = root;
        JsonElement metadata = root.GetProperty("metadata");
        Protocols = metadata.TryGetProperty("protocols", out JsonElement protocols)
            ? [.. protocols.EnumerateArray().Select(protocol => protocol.GetString()!)]
            : [Text(metadata, "protocol")!];
        ApiVersion = Text(metadata, "apiVersion")!;
        XmlNamespace = Text(metadata, "xmlNamespace") ?? string.Empty;
        EndpointPrefix = Text(metadata, "endpointPrefix") ?? code;
        SigningName = Text(metadata, "signingName") ?? EndpointPrefix;
        TargetPrefix = Text(metadata, "targetPrefix");
        JsonVersion = Text(metadata, "jsonVersion") ?? "1.0";
        IsQueryCompatible = metadata.TryGetProperty("awsQueryCompatible", out _);

        // S3's endpoint without a Region is an address, and no place.
        IsGlobal = metadata.TryGetProperty("globalEndpoint", out _) && code != "s3";
    }

    /// <summary>The service's short name, such as <c>ec2</c>: the name of its model.</summary>
    public string Code { get; }

    /// <summary>What stands before the colon in the service's actions.</summary>
    public string ActionPrefix => Code switch { "accessanalyzer" => "access-analyzer", "elbv2" => "elasticloadbalancing", _ => Code };

    /// <summary>The protocols that it speaks, the one that AWS prefers first.</summary>
    public IReadOnlyList<string> Protocols { get; }

    /// <summary>Whether its errors bear, beside the names of its shapes, the codes that they had in the query protocol.</summary>
    public bool IsQueryCompatible { get; }

    public string ApiVersion { get; }

    public string XmlNamespace { get; }

    public string EndpointPrefix { get; }

    public string SigningName { get; }

    /// <summary>What stands before the operation in X-Amz-Target, for the json protocol.</summary>
    public string? TargetPrefix { get; }

    public string JsonVersion { get; }

    /// <summary>Whether one endpoint serves a whole partition.</summary>
    public bool IsGlobal { get; }

    /// <summary>The model of a service.</summary>
    /// <param name="code">The service's short name.</param>
    /// <returns>The model, or null if the sandbox has none of that name.</returns>
    public static ServiceModel? Find(string code) => Loaded.GetOrAdd(code, name => new Lazy<ServiceModel?>(() => Load(name))).Value;

    /// <summary>The names of all operations.</summary>
    public IEnumerable<string> OperationNames => _root.GetProperty("operations").EnumerateObject().Select(operation => operation.Name);

    /// <summary>An operation by its exact name, or null.</summary>
    public OperationModel? Operation(string name) => _operations.GetOrAdd(name, ReadOperation);

    /// <summary>A shape by its name.</summary>
    public Shape Shape(string name) => _shapes.GetOrAdd(name, ReadShape);

    private static ServiceModel? Load(string code)
    {
        using Stream? stream = typeof(ServiceModel).Assembly.GetManifestResourceStream($"Models/{code}.json");
        if (stream is null)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(stream);
        return new ServiceModel(code, document.RootElement.Clone());
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private OperationModel? ReadOperation(string name)
    {
        if (!_root.GetProperty("operations").TryGetProperty(name, out JsonElement json))
        {
            return null;
        }

        JsonElement http = json.GetProperty("http");
        bool answers = json.TryGetProperty("output", out JsonElement output);
        return new OperationModel(
            name,
            json.TryGetProperty("input", out JsonElement input) ? Shape(Text(input, "shape")!) : null,
            answers ? Shape(Text(output, "shape")!) : null,
            answers ? Text(output, "resultWrapper") : null,
            Text(http, "method")!,
            Text(http, "requestUri")!,
            http.TryGetProperty("responseCode", out JsonElement status) ? status.GetInt32() : 200);
    }

    private Shape ReadShape(string name) => new(this, _root.GetProperty("shapes").GetProperty(name));
}
