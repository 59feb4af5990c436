using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Models;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>How a family of services speaks: where the operation stands, how values are written, and how a refusal looks.</summary>
internal abstract class WireProtocol
{
    protected const string SignatureWords =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. "
        + "Consult the service documentation for details.";

    protected WireProtocol(ServiceModel service) => Service = service;

    /// <summary>How far a signature's time may be from now.</summary>
    public virtual TimeSpan ClockTolerance => TimeSpan.FromMinutes(5);

    /// <summary>What stands around a resource in a refusal.</summary>
    public virtual string Quotation => string.Empty;

    protected ServiceModel Service { get; }

    /// <summary>The protocol of a service, by its model, and, where it speaks several, by the request.</summary>
    public static WireProtocol Of(ServiceModel service, WireRequest request) => Choose(service, request) switch
    {
        "smithy-rpc-v2-cbor" => new CborProtocol(service),
        "ec2" => new Ec2Protocol(service),
        "query" => new QueryProtocol(service),
        "json" => new JsonProtocol(service),
        "rest-json" => new RestJsonProtocol(service),
        "rest-xml" => new RestXmlProtocol(service, request),
        string other => throw new NotSupportedException($"The sandbox does not speak the protocol '{other}'."),
    };

    /// <summary>The operation that a request asks for.</summary>
    /// <exception cref="ServiceError">It names none, or one of another API version.</exception>
    public abstract string OperationName(WireRequest request);

    /// <summary>What the service answers when there is no operation of that name.</summary>
    public abstract ServiceError UnknownOperation(string name);

    /// <summary>A request's parameters, by the names of the input shape's members.</summary>
    public abstract JsonObject ReadInput(WireRequest request, OperationModel operation);

    /// <summary>The service's words for values that break the model's constraints.</summary>
    public abstract ServiceError Refuse(IReadOnlyList<ConstraintViolation> violations);

    /// <summary>The service's words for a request that cannot be authenticated.</summary>
    /// <param name="failure">What is wrong.</param>
    /// <param name="detail">The sentence for the cases in which AWS says more; null for the standing words.</param>
    public abstract ServiceError Refuse(AuthenticationFailure failure, string? detail);

    /// <summary>The service's words for a caller whose permissions do not reach.</summary>
    public abstract ServiceError Deny(string explanation, string encodedMessage);

    /// <summary>The service's words for too many requests.</summary>
    public abstract ServiceError Throttle();

    /// <summary>The service's words for its own failure.</summary>
    public abstract ServiceError Fail();

    /// <summary>An answer.</summary>
    public abstract WireResponse WriteOutput(OperationModel operation, JsonObject output, string requestId);

    /// <summary>A refusal.</summary>
    public abstract WireResponse WriteError(ServiceError error, string requestId);

    private static string Choose(ServiceModel service, WireRequest request) =>
        service.Protocols.Count == 1 ? service.Protocols[0]
        : CborProtocol.IsSpoken(request) ? "smithy-rpc-v2-cbor"
        : request.Header("x-amz-target") is not null ? "json"
        : "query";
}
