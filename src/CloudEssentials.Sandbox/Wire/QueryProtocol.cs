using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Models;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>The query protocol, which IAM, STS, Auto Scaling and others speak.</summary>
internal sealed class QueryProtocol(ServiceModel service) : FormProtocol(service)
{
    private const string IamNamePattern = @"[\w+=,.@-]+";

    private static readonly ParameterReader Reader = new(member => member.LocationName ?? member.Name, listsAreFlat: false);

    public override ServiceError UnknownOperation(string name) =>
        new("InvalidAction", $"Could not find operation {name} for version {Service.ApiVersion}");

    public override JsonObject ReadInput(WireRequest request, OperationModel operation) =>
        Read(Reader, operation, ParameterTree.Build(Parameters(request)));

    public override ServiceError Refuse(IReadOnlyList<ConstraintViolation> violations)
    {
        if (violations[0] is { Kind: ConstraintKind.Type } malformed)
        {
            return new ServiceError("MalformedInput", $"Invalid {malformed.Constraint} value: {malformed.Value}");
        }

        // IAM says in its own words what a name may hold.
        return Service.Code == "iam" && violations is [{ Kind: ConstraintKind.Pattern, Constraint: IamNamePattern } name]
            ? new ServiceError(
                "ValidationError",
                $"The specified value for {name.Path} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-")
            : new ServiceError("ValidationError", ConstraintWords.Join(violations));
    }

    public override ServiceError Refuse(AuthenticationFailure failure, string? detail) => failure switch
    {
        AuthenticationFailure.Missing => new("MissingAuthenticationToken", "Request is missing Authentication Token", 403),
        AuthenticationFailure.Incomplete => new("IncompleteSignature", detail ?? "The request signature does not conform to AWS standards.", 403),
        AuthenticationFailure.UnknownKey => new("InvalidClientTokenId", "The security token included in the request is invalid.", 403),
        AuthenticationFailure.ExpiredSession => new("ExpiredToken", "The security token included in the request is expired", 403),
        _ => new("SignatureDoesNotMatch", detail ?? SignatureWords, 403),
    };

    // SNS writes its own name in capitals, and has a code of its own.
    public override ServiceError Deny(string explanation, string encodedMessage) => Service.Code == "sns"
        ? new ServiceError("AuthorizationError", explanation.Replace(" sns:", " SNS:", StringComparison.Ordinal), 403)
        : new ServiceError("AccessDenied", explanation, 403);

    public override ServiceError Throttle() => new("Throttling", "Rate exceeded");

    public override ServiceError Fail() =>
        new("InternalFailure", "The request processing has failed because of an unknown error, exception or failure.", 500);

    public override WireResponse WriteOutput(OperationModel operation, JsonObject output, string requestId)
    {
        using var answer = new XmlAnswer(listsAreFlat: false, "yyyy-MM-dd'T'HH:mm:ss'Z'");
        answer.Writer.WriteStartElement($"{operation.Name}Response", Service.XmlNamespace);
        if (operation.Output is { } shape)
        {
            answer.Writer.WriteStartElement(operation.ResultWrapper ?? $"{operation.Name}Result");
            answer.Structure(shape, output);
            answer.Writer.WriteEndElement();
        }

        answer.Writer.WriteStartElement("ResponseMetadata");
        answer.Writer.WriteElementString("RequestId", requestId);
        answer.Writer.WriteEndElement();
        answer.Writer.WriteEndElement();
        return Respond(200, answer.Finish(), requestId);
    }

    public override WireResponse WriteError(ServiceError error, string requestId)
    {
        using var answer = new XmlAnswer(listsAreFlat: false, string.Empty);
        answer.Writer.WriteStartElement("ErrorResponse", Service.XmlNamespace);
        answer.Writer.WriteStartElement("Error");
        answer.Writer.WriteElementString("Type", error.Status >= 500 ? "Receiver" : "Sender");
        answer.Writer.WriteElementString("Code", error.Code);
        answer.Writer.WriteElementString("Message", error.Message);
        answer.Writer.WriteEndElement();
        answer.Writer.WriteElementString("RequestId", requestId);
        answer.Writer.WriteEndElement();
        return Respond(error.Status, answer.Finish(), requestId);
    }

    protected override ServiceError UnknownVersion(string action, string version) =>
        new("InvalidAction", $"Could not find operation {action} for version {version}");

    private static WireResponse Respond(int status, byte[] body, string requestId) =>
        new(status, "text/xml", body, new Dictionary<string, string> { ["x-amzn-RequestId"] = requestId });
}
