using System.Text;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Models;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>What the ec2 and the query protocol have in common: parameters in a form, answers in XML.</summary>
internal abstract class FormProtocol : WireProtocol
{
    protected FormProtocol(ServiceModel service)
        : base(service)
    {
    }

    /// <summary>Reads Action or Version from a form, without knowing the service yet.</summary>
    public static string? Peek(WireRequest request, string name) =>
        Parameters(request).Where(parameter => parameter.Key == name).Select(parameter => parameter.Value).LastOrDefault();

    public override string OperationName(WireRequest request)
    {
        string? action = Peek(request, "Action");
        if (string.IsNullOrEmpty(action))
        {
            throw new ServiceError("MissingAction", "The request is missing an action or a required parameter.");
        }

        string? version = Peek(request, "Version");
        return version is null || version == Service.ApiVersion ? action : throw UnknownVersion(action, version);
    }

    protected static IEnumerable<KeyValuePair<string, string>> Parameters(WireRequest request) =>
        request.QueryParameters
            .Where(parameter => !parameter.Key.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase))
            .Concat(FormParameters.Parse(Encoding.UTF8.GetString(request.Body)));

    /// <summary>What the service answers to a version of its API that it does not have.</summary>
    protected abstract ServiceError UnknownVersion(string action, string version);

    /// <summary>The parameters that say what is asked, and not with what.</summary>
    protected static bool IsEnvelope(string name) => name is "Action" or "Version";

    protected JsonObject Read(ParameterReader reader, OperationModel operation, ParameterTree tree)
    {
        try
        {
            return operation.Input is null ? [] : reader.Structure(operation.Input, tree);
        }
        catch (MalformedValue malformed)
        {
            throw Refuse([malformed.Violation]);
        }
    }
}
