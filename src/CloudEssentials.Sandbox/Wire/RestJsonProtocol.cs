using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Models;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>
/// The rest-json protocol, which Account Management and IAM Access Analyzer speak: the operation is the method and the path, parameters
/// stand in path, query and body.
/// </summary>
/// <param name="service">The service.</param>
internal sealed class RestJsonProtocol(ServiceModel service) : JsonProtocol(service)
{
    public override string OperationName(WireRequest request) => Service.OperationNames.FirstOrDefault(name => Match(request, Service.Operation(name)!) is not null)
        ?? throw UnknownOperation($"{request.Method} {request.Path}");

    public override ServiceError UnknownOperation(string name) => new("UnknownOperationException", $"There is no operation {name}.", 404);

    public override JsonObject ReadInput(WireRequest request, OperationModel operation)
    {
        JsonObject input = request.Body.Length == 0 ? [] : base.ReadInput(request, operation);
        Dictionary<string, string> labels = Match(request, operation)!;
        foreach (Member member in operation.Input?.Members.Where(member => member.Location is not null) ?? [])
        {
            string name = member.LocationName ?? member.Name;
            string? value = member.Location == "uri" ? labels.GetValueOrDefault(name) : request.QueryParameter(name);
            if (value is not null)
            {
                input[member.Name] = Read(member, value);
            }
        }

        return input;
    }

    public override ServiceError Deny(string explanation, string encodedMessage) => new("AccessDeniedException", explanation, 403);

    public override ServiceError Throttle() => new("TooManyRequestsException", "Rate exceeded", 429);

    public override WireResponse WriteOutput(OperationModel operation, JsonObject output, string requestId) =>
        WithType(base.WriteOutput(operation, output, requestId), null);

    public override WireResponse WriteError(ServiceError error, string requestId) => WithType(base.WriteError(error, requestId), error.Code);

    private static WireResponse WithType(WireResponse response, string? errorType)
    {
        var headers = new Dictionary<string, string>(response.Headers);
        if (errorType is not null)
        {
            headers["x-amzn-ErrorType"] = errorType;
        }

        return response with { ContentType = "application/json", Headers = headers };
    }

    private JsonNode Read(Member member, string value)
    {
        try
        {
            return ScalarReader.Read(member.Shape.Type, value, member.Name);
        }
        catch (MalformedValue malformed)
        {
            throw Refuse([malformed.Violation]);
        }
    }

    // The labels of the path, or null if the request is not for this operation.
    private static Dictionary<string, string>? Match(WireRequest request, OperationModel operation)
    {
        string[] wanted = operation.RequestUri.Split('/');
        string[] actual = request.Path.Split('/');
        if (operation.Method != request.Method || wanted.Length != actual.Length)
        {
            return null;
        }

        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int index = 0; index < wanted.Length; index++)
        {
            if (wanted[index] is ['{', .. string label, '}'] && actual[index].Length > 0)
            {
                labels[label] = Uri.UnescapeDataString(actual[index]);
            }
            else if (wanted[index] != actual[index])
            {
                return null;
            }
        }

        return labels;
    }
}
