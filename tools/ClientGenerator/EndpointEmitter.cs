using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CloudEssentials.ClientGenerator;

/// <summary>AWS's endpoint rules of a service, as C#. The rules' functions that services beside S3 use are known; another is an error.</summary>
internal sealed partial class EndpointEmitter(JsonObject parameters)
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, string> _assigned = [];
    private int _variables;

    internal static string Emit(ServiceModel model)
    {
        EndpointEmitter emitter = new(model.EndpointRules["parameters"]!.AsObject());
        foreach (JsonNode? rule in model.EndpointRules["rules"]!.AsArray()) emitter.Rule(rule!.AsObject(), 3);
        return $$"""
                internal sealed class Metadata : IServiceMetadata
                {
                    internal static readonly Metadata Instance = new();
                    public string ServiceId => "{{model.ServiceId}}";
                    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
                }

                internal static class Endpoints
                {
                    internal static Amazon.Runtime.Endpoints.Endpoint Resolve(EndpointRules.Input p)
                    {
            {{emitter._text}}            return null;
                    }
                }
            """;
    }

    private void Rule(JsonObject rule, int depth)
    {
        string indent = new(' ', depth * 4);
        string[] conditions = [.. rule["conditions"]!.AsArray().Select(condition => Condition(condition!.AsObject()))];
        _text.AppendLine(CultureInfo.InvariantCulture, $"{indent}if ({(conditions.Length == 0 ? "true" : string.Join(" && ", conditions))})");
        _text.AppendLine(indent + "{");
        string inner = indent + "    ";
        switch ((string)rule["type"]!)
        {
            case "tree":
                foreach (JsonNode? nested in rule["rules"]!.AsArray()) Rule(nested!.AsObject(), depth + 1);
                _text.AppendLine(inner + "return null;");
                break;
            case "error":
                _text.AppendLine(CultureInfo.InvariantCulture, $"{inner}return EndpointRules.Fail({Text(rule["error"]!)});");
                break;
            default:
                _text.AppendLine(CultureInfo.InvariantCulture, $"{inner}return {Endpoint(rule["endpoint"]!.AsObject())};");
                break;
        }
        _text.AppendLine(indent + "}");
    }

    private string Endpoint(JsonObject endpoint)
    {
        string url = Text(endpoint["url"]!);
        string properties = endpoint["properties"]!.ToJsonString();
        return properties == "{}" ? $"new({url})" : $"new({url}, {Template(properties)}, \"{{}}\")";
    }

    private string Condition(JsonObject condition)
    {
        JsonArray arguments = condition["argv"]!.AsArray();
        switch ((string)condition["fn"]!)
        {
            case "isSet":
                return $"{Value(arguments[0]!)} is not null";
            case "not":
                return $"!({Condition(arguments[0]!.AsObject())})";
            case "booleanEquals" or "stringEquals":
                return $"{Value(arguments[0]!)} == {Value(arguments[1]!)}";
            case "aws.partition":
                string variable = $"partition{++_variables}";
                _assigned[(string)condition["assign"]!] = variable;
                return $"EndpointRules.PartitionOf({Value(arguments[0]!)}) is {{ }} {variable}";
            case var other:
                throw new GeneratorException($"The endpoint rules use the function '{other}', which the generator does not know.");
        }
    }

    private string Value(JsonNode node)
    {
        if (node is JsonValue value) return value.TryGetValue(out bool flag) ? (flag ? "true" : "false") : Template((string)value!);
        if (node["ref"] is { } reference) return Reference((string)reference!);
        return (string?)node["fn"] == "getAttr"
            ? $"{Value(node["argv"]![0]!)}.{node["argv"]![1]}"
            : throw new GeneratorException($"The endpoint rules use '{node.ToJsonString()}', which the generator does not know.");
    }

    private string Reference(string name) => _assigned.TryGetValue(name, out string? variable) ? variable : name switch
    {
        "Region" or "Endpoint" or "UseFIPS" or "UseDualStack" => $"p.{name}",
        _ when parameters[name]?["default"] is JsonValue value && value.TryGetValue(out bool standing) => standing ? "true" : "false",
        _ => throw new GeneratorException($"The endpoint rules use the parameter '{name}', which the generator does not know."),
    };

    private string Text(JsonNode node) => node is JsonValue text ? Template((string)text!) : Value(node);

    /// <summary>A text in which {Region} and {PartitionResult#dnsSuffix} stand for values.</summary>
    private string Template(string text)
    {
        string[] parts = [.. Hole().Split(text).Select((part, i) => i % 2 == 0
            ? (part.Length == 0 ? "" : Naming.Literal(part))
            : part.Split('#') is [var name, var attribute] ? $"{Reference(name)}.{attribute}" : Reference(part))];
        return string.Join(" + ", parts.Where(part => part.Length > 0).DefaultIfEmpty("\"\""));
    }

    [GeneratedRegex(@"\{(\w+(?:#\w+)?)\}")]
    private static partial Regex Hole();
}
