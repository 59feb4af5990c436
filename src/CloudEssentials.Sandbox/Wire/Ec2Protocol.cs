using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Models;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>The ec2 protocol: lists without 'member', names with a capital, and error documents of its own.</summary>
internal sealed class Ec2Protocol(ServiceModel service) : FormProtocol(service)
{
    private const string NotValidated = "AWS was not able to validate the provided access credentials";

    // More than a reader would read: there are over a thousand instance types.
    private const int LongestList = 1000;

    private static readonly ParameterReader Reader = new(WireName, listsAreFlat: true);

    public override TimeSpan ClockTolerance => TimeSpan.FromMinutes(15);

    public override ServiceError UnknownOperation(string name) =>
        new("InvalidAction", $"The action {name} is not valid for this web service.");

    public override JsonObject ReadInput(WireRequest request, OperationModel operation)
    {
        ParameterTree tree = ParameterTree.Build(Parameters(request).Where(parameter => !IsEnvelope(parameter.Key)));
        JsonObject input = Read(Reader, operation, tree);
        return tree.FirstUnread() is { } unknown
            ? throw new ServiceError("UnknownParameter", $"The parameter {unknown} is not recognized")
            : input;
    }

    public override ServiceError Refuse(IReadOnlyList<ConstraintViolation> violations)
    {
        ConstraintViolation first = violations[0];
        return first.Kind == ConstraintKind.Required ? new ServiceError("MissingParameter", $"The request must contain the parameter {first.WireName}")
            : first.Kind == ConstraintKind.Enumeration && first.Constraint.Length > LongestList ? new ServiceError("InvalidParameterValue", $"Invalid value '{first.Value}' for {first.WireName}.")
            : new ServiceError("InvalidParameterValue", $"Value ({first.Value}) for parameter {first.WireName} is invalid. {Expectation(first)}");
    }

    public override ServiceError Refuse(AuthenticationFailure failure, string? detail) => failure switch
    {
        AuthenticationFailure.Missing => new("MissingParameter", "The request must contain the parameter AWSAccessKeyId"),
        AuthenticationFailure.Incomplete => new("IncompleteSignature", detail ?? "The request signature does not conform to AWS standards.", 403),
        AuthenticationFailure.WrongTime or AuthenticationFailure.ExpiredSession => new("RequestExpired", "Request has expired."),
        _ => new("AuthFailure", NotValidated, 401),
    };

    public override ServiceError Deny(string explanation, string encodedMessage) => new(
        "UnauthorizedOperation",
        $"You are not authorized to perform this operation. {explanation}. Encoded authorization failure message: {encodedMessage}",
        403);

    public override ServiceError Throttle() => new("RequestLimitExceeded", "Request limit exceeded.", 503);

    public override ServiceError Fail() => new("InternalError", "An internal error has occurred", 500);

    public override WireResponse WriteOutput(OperationModel operation, JsonObject output, string requestId)
    {
        using var answer = new XmlAnswer(listsAreFlat: true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        answer.Writer.WriteStartElement($"{operation.Name}Response", Service.XmlNamespace + "/");
        answer.Writer.WriteElementString("requestId", requestId);
        if (operation.Output is { } shape)
        {
            answer.Structure(shape, output);
        }
        else
        {
            answer.Writer.WriteElementString("return", "true");
        }

        answer.Writer.WriteEndElement();
        return Respond(200, answer.Finish(), requestId);
    }

    public override WireResponse WriteError(ServiceError error, string requestId)
    {
        using var answer = new XmlAnswer(listsAreFlat: true, string.Empty);
        answer.Writer.WriteStartElement("Response");
        answer.Writer.WriteStartElement("Errors");
        answer.Writer.WriteStartElement("Error");
        answer.Writer.WriteElementString("Code", error.Code);
        answer.Writer.WriteElementString("Message", error.Message);
        answer.Writer.WriteEndElement();
        answer.Writer.WriteEndElement();
        answer.Writer.WriteElementString("RequestID", requestId);
        answer.Writer.WriteEndElement();
        return Respond(error.Status, answer.Finish(), requestId);
    }

    protected override ServiceError UnknownVersion(string action, string version) =>
        new("NoSuchVersion", $"The requested version ({version}) is not valid for this web service.");

    private static string WireName(Member member) =>
        member.QueryName ?? UpperFirst(member.LocationName ?? member.Name);

    private static string UpperFirst(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Expectation(ConstraintViolation violation) => violation.Kind switch
    {
        ConstraintKind.MinimumValue => $"Expecting a value greater than or equal to {violation.Constraint}.",
        ConstraintKind.MaximumValue => $"Expecting a value less than or equal to {violation.Constraint}.",
        ConstraintKind.MinimumLength => $"Expecting a length greater than or equal to {violation.Constraint}.",
        ConstraintKind.MaximumLength => $"Expecting a length less than or equal to {violation.Constraint}.",
        ConstraintKind.Enumeration => $"Expecting one of {violation.Constraint}.",
        ConstraintKind.Type => $"Expecting a {violation.Constraint}.",
        _ => $"Expecting a value of the pattern {violation.Constraint}.",
    };

    private static WireResponse Respond(int status, byte[] body, string requestId) =>
        new(status, "text/xml;charset=UTF-8", body, new Dictionary<string, string> { ["x-amzn-requestid"] = requestId });
}
