using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Models;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>The json protocol, which Organizations, SSM and DynamoDB speak: the operation in X-Amz-Target, JSON both ways.</summary>
internal class JsonProtocol(ServiceModel service) : WireProtocol(service)
{
    private const string DynamoDb = "dynamodb";

    public override string OperationName(WireRequest request)
    {
        string? target = request.Header("x-amz-target");
        string prefix = $"{Service.TargetPrefix}.";
        return target is not null && target.StartsWith(prefix, StringComparison.Ordinal)
            ? target[prefix.Length..]
            : throw UnknownOperation(target ?? string.Empty);
    }

    public override ServiceError UnknownOperation(string name) => new("UnknownOperationException", string.Empty);

    public override JsonObject ReadInput(WireRequest request, OperationModel operation)
    {
        try
        {
            JsonNode? body = request.Body.Length == 0 ? new JsonObject() : JsonNode.Parse(request.Body);
            return body is JsonObject input && operation.Input is { } shape ? (JsonObject)Convert(shape, input, "body", FromWire)! : [];
        }
        catch (Exception exception) when (exception is JsonException or MalformedValue or InvalidOperationException or FormatException)
        {
            throw new ServiceError("SerializationException", exception.Message);
        }
    }

    public override ServiceError Refuse(IReadOnlyList<ConstraintViolation> violations) =>
        new(Service.IsQueryCompatible ? "ValidationError" : "ValidationException", ConstraintWords.Join(violations));

    public override ServiceError Refuse(AuthenticationFailure failure, string? detail) => failure switch
    {
        AuthenticationFailure.Missing => new("MissingAuthenticationTokenException", "Missing Authentication Token"),
        AuthenticationFailure.Incomplete => new("IncompleteSignatureException", detail ?? "The request signature does not conform to AWS standards."),
        AuthenticationFailure.UnknownKey => new("UnrecognizedClientException", "The security token included in the request is invalid."),
        AuthenticationFailure.ExpiredSession => new("ExpiredTokenException", "The security token included in the request is expired"),
        _ => new("InvalidSignatureException", detail ?? SignatureWords),
    };

    public override ServiceError Deny(string explanation, string encodedMessage) =>
        Service.IsQueryCompatible ? new("AccessDenied", explanation, 403) : new("AccessDeniedException", explanation);

    public override ServiceError Throttle() => new("ThrottlingException", "Rate exceeded");

    public override ServiceError Fail() => new("InternalFailure", string.Empty, 500);

    public override WireResponse WriteOutput(OperationModel operation, JsonObject output, string requestId) =>
        Respond(200, operation.Output is { } shape ? Convert(shape, output, "body", ToWire) : Nothing, requestId);

    // DynamoDB answers with no body where there is nothing to say, and its clients read none.
    private JsonObject? Nothing => Service.Code == DynamoDb ? null : [];

    public override WireResponse WriteError(ServiceError error, string requestId) =>
        WithQueryError(Respond(error.Status, new JsonObject { ["__type"] = error.Code, ["message"] = error.Message }, requestId), error);

    // "awsQueryCompatible": clients know the error by the code that it had in the query protocol.
    protected WireResponse WithQueryError(WireResponse response, ServiceError error) => !Service.IsQueryCompatible ? response : response with
    {
        Headers = new Dictionary<string, string>(response.Headers) { ["x-amzn-query-error"] = $"{error.Code};{(error.Status >= 500 ? "Receiver" : "Sender")}" },
    };

    protected static JsonNode? Convert(Shape shape, JsonNode? value, string name, Func<Shape, JsonNode, string, JsonNode> scalar)
    {
        if (value is null)
        {
            return null;
        }

        switch (shape.Type)
        {
            case ShapeType.Structure:
                var structure = new JsonObject();
                foreach (Member member in shape.Members.Where(member => value[member.Name] is not null))
                {
                    structure[member.Name] = Convert(member.Shape, value[member.Name], member.Name, scalar);
                }

                return structure;
            case ShapeType.List:
                return new JsonArray([.. value.AsArray().Select(item => Convert(shape.Item!.Shape, item, name, scalar))]);
            case ShapeType.Map:
                return new JsonObject(value.AsObject().Select(entry =>
                    KeyValuePair.Create(entry.Key, Convert(shape.Value!.Shape, entry.Value, name, scalar))));
            default:
                return scalar(shape, value, name);
        }
    }

    protected static JsonNode FromWire(Shape shape, JsonNode value, string name)
    {
        JsonValueKind kind = value.GetValueKind();
        bool fits = shape.Type switch
        {
            ShapeType.Boolean => kind is JsonValueKind.True or JsonValueKind.False,
            ShapeType.Integer or ShapeType.Long or ShapeType.Float or ShapeType.Double => kind == JsonValueKind.Number,
            ShapeType.Timestamp => kind is JsonValueKind.Number or JsonValueKind.String,
            _ => kind == JsonValueKind.String,
        };
        return fits
            ? ScalarReader.Read(shape.Type, kind == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(), name)
            : throw new MalformedValue(name, value.ToJsonString(), shape.Type.ToString().ToLowerInvariant());
    }

    protected static JsonNode ToWire(Shape shape, JsonNode value, string name) => shape.Type == ShapeType.Timestamp && shape.TimestampFormat == "iso8601"
        ? value.GetValue<DateTimeOffset>().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : shape.Type == ShapeType.Timestamp
        ? value.GetValue<DateTimeOffset>().ToUnixTimeMilliseconds() / 1000m
        : value.DeepClone();

    private WireResponse Respond(int status, JsonNode? body, string requestId)
    {
        byte[] bytes = body is null ? [] : Encoding.UTF8.GetBytes(body.ToJsonString());
        var headers = new Dictionary<string, string> { ["x-amzn-RequestId"] = requestId };

        // DynamoDB's clients hold what they receive against it.
        if (Service.Code == DynamoDb)
        {
            headers["x-amz-crc32"] = Checksums.Crc32(bytes).ToString(CultureInfo.InvariantCulture);
        }

        return new WireResponse(status, string.Create(CultureInfo.InvariantCulture, $"application/x-amz-json-{Service.JsonVersion}"), bytes, headers);
    }
}
