using System.Text.Json.Nodes;

namespace CloudEssentials.ClientGenerator;

internal sealed class Operation(ServiceModel model, string name, JsonObject facts)
{
    internal string Name => name;
    internal string Request => name + "Request";
    internal string Response => name + "Response";
    internal string Method => (string)facts["http"]!["method"]!;
    internal string Path => ((string)facts["http"]!["requestUri"]!).Split('?')[0];
    internal Shape? Input => facts["input"] is { } input ? model.Shape((string)input["shape"]!) : null;
    internal Shape? Output => facts["output"] is { } output && !model.SuppressesResult(name) ? model.Shape((string)output["shape"]!) : null;
    internal string? ResultWrapper => (string?)facts["output"]?["resultWrapper"];

    /// <summary>The property under which the .NET SDK offers the whole output, where it does.</summary>
    internal string? Wrap => model.Wrap(name);

    internal bool IsUnsigned => (string?)facts["authtype"] == "none";

    internal IEnumerable<Shape> Errors => (facts["errors"]?.AsArray() ?? []).Select(error => model.Shape((string)error!["shape"]!));
}
