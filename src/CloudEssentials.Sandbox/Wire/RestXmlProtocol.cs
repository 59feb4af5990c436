using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using CloudEssentials.Sandbox.Models;
using CloudEssentials.Sandbox.Signing;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>
/// The rest-xml protocol as S3 speaks it: the bucket in host or path, the operation by method and query, parameters in headers, query and
/// body. See "Error responses" and "Common response headers" in the S3 API Reference.
/// </summary>
/// <param name="service">The service.</param>
/// <param name="request">The request that is answered.</param>
internal sealed class RestXmlProtocol(ServiceModel service, WireRequest request) : WireProtocol(service)
{
    private const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";
    private const string ChunkedEncoding = "aws-chunked";

    // Where the root of an answer is not called as its operation is.
    private static readonly Dictionary<string, string> Roots = new(StringComparer.Ordinal)
    {
        ["DeleteObjects"] = "DeleteResult",
        ["GetBucketAcl"] = "AccessControlPolicy",
        ["GetBucketLocation"] = "LocationConstraint",
        ["GetBucketTagging"] = "Tagging",
        ["GetBucketVersioning"] = "VersioningConfiguration",
        ["ListBuckets"] = "ListAllMyBucketsResult",
        ["ListObjectVersions"] = "ListVersionsResult",
        ["ListObjectsV2"] = "ListBucketResult",
    };

    private readonly S3Address _address = S3Address.Of(request);

    public override TimeSpan ClockTolerance => TimeSpan.FromMinutes(15);

    public override string Quotation => "\"";

    public override string OperationName(WireRequest request)
    {
        OperationModel? operation = Service.OperationNames
            .Select(name => Service.Operation(name)!)
            .Where(operation => IsFor(operation, request))
            .MaxBy(operation => Literals(operation).Count);
        IEnumerable<string> subresources = request.QueryParameters.Select(parameter => parameter.Key).Where(S3Address.Subresources.Contains);
        return operation is not null && request.Header("x-amz-copy-source") is null && !subresources.Except(Literals(operation).Keys).Any()
            ? operation.Name
            : throw UnknownOperation(request.Method);
    }

    public override ServiceError UnknownOperation(string name) =>
        new("NotImplemented", "A header or query you provided requests functionality that the sandbox does not have.", 501);

    public override JsonObject ReadInput(WireRequest request, OperationModel operation)
    {
        if (operation.Input is not { } shape)
        {
            return [];
        }

        (byte[] body, IReadOnlyDictionary<string, string> trailers) = ReadBody(request);
        var input = new JsonObject();
        try
        {
            foreach (Member member in shape.Members)
            {
                if (ReadMember(member, request, trailers) is { } value)
                {
                    input[member.Name] = value;
                }
            }

            if (shape.Payload is { } payload && body.Length > 0)
            {
                input[payload] = ReadPayload(shape.Members.First(member => member.Name == payload).Shape, body);
            }

            return input;
        }
        catch (Exception exception) when (exception is MalformedValue or XmlException)
        {
            throw Malformed();
        }
    }

    public override ServiceError Refuse(IReadOnlyList<ConstraintViolation> violations) =>
        violations[0].WireName == "LocationConstraint" ? new ServiceError("InvalidLocationConstraint", "The specified location-constraint is not valid")
        : violations[0] is { Kind: not ConstraintKind.Required, Value: { } value } violation
        ? new ServiceError("InvalidArgument", $"Invalid argument: {violation.WireName}")
        {
            Details = new Dictionary<string, string> { ["ArgumentName"] = violation.WireName, ["ArgumentValue"] = value },
        }
        : Malformed();

    public override ServiceError Refuse(AuthenticationFailure failure, string? detail) => failure switch
    {
        AuthenticationFailure.Missing => Deny("Access Denied", string.Empty),
        AuthenticationFailure.Incomplete => new("AuthorizationHeaderMalformed", $"The authorization header is malformed; {detail}"),
        AuthenticationFailure.WrongRegion => WrongRegion(RequestSignature.Read(request)!.Region, S3Address.RegionOf(request.Header("host")!)!),
        AuthenticationFailure.UnknownKey when request.Header("x-amz-security-token") is not null => new("InvalidToken", "The provided token is malformed or otherwise invalid."),
        AuthenticationFailure.UnknownKey => new("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", 403),
        AuthenticationFailure.WrongPayload => new("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed."),
        AuthenticationFailure.WrongTime when request.Header("authorization") is null => new("AccessDenied", "Request has expired", 403),
        AuthenticationFailure.WrongTime => new("RequestTimeTooSkewed", "The difference between the request time and the current time is too large.", 403),
        AuthenticationFailure.ExpiredSession => new("ExpiredToken", "The provided token has expired."),
        _ => new("SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided. Check your key and signing method.", 403),
    };

    /// <summary>The signature names a Region in which the bucket is not.</summary>
    public static ServiceError WrongRegion(string region, string expected) =>
        new("AuthorizationHeaderMalformed", $"The authorization header is malformed; the region '{region}' is wrong; expecting '{expected}'")
        {
            Details = new Dictionary<string, string> { ["Region"] = expected },
            Headers = new Dictionary<string, string> { ["x-amz-bucket-region"] = expected },
        };

    // Strangers are told nothing.
    public override ServiceError Deny(string explanation, string encodedMessage) =>
        new("AccessDenied", explanation.StartsWith("User: anonymous", StringComparison.Ordinal) ? "Access Denied" : explanation, 403);

    public override ServiceError Throttle() => new("SlowDown", "Please reduce your request rate.", 503);

    public override ServiceError Fail() => new("InternalError", "We encountered an internal error. Please try again.", 500);

    public override WireResponse WriteOutput(OperationModel operation, JsonObject output, string requestId)
    {
        Dictionary<string, string> headers = Headers(requestId);
        Shape? shape = operation.Output;
        foreach (Member member in shape?.Members.Where(member => member.Location is not null && output[member.Name] is not null) ?? [])
        {
            WriteHeader(member, output[member.Name]!, headers);
        }

        // The body says how long it is, but an answer to HEAD has none.
        if (operation.Method != "HEAD")
        {
            headers.Remove("Content-Length");
        }

        string type = headers.Remove("Content-Type", out string? given) ? given : "application/xml";
        byte[] body = shape is null ? [] : Body(operation, shape, output);
        return new WireResponse(output["ContentRange"] is null ? operation.Status : 206, type, body, headers);
    }

    public override WireResponse WriteError(ServiceError error, string requestId)
    {
        using var answer = new XmlAnswer(listsAreFlat: false, string.Empty);
        answer.Writer.WriteStartElement("Error");
        answer.Writer.WriteElementString("Code", error.Code);
        answer.Writer.WriteElementString("Message", error.Message);
        foreach ((string name, string value) in error.Details)
        {
            answer.Writer.WriteElementString(name, value);
        }

        answer.Writer.WriteElementString("Resource", Uri.UnescapeDataString(request.Path));
        answer.Writer.WriteElementString("RequestId", requestId);
        answer.Writer.WriteElementString("HostId", HostId(requestId));
        answer.Writer.WriteEndElement();
        Dictionary<string, string> headers = Headers(requestId);
        foreach ((string name, string value) in error.Headers)
        {
            headers[name] = value;
        }

        return new WireResponse(error.Status, "application/xml", error.Status == 304 ? [] : answer.Finish(), headers);
    }

    private static ServiceError Malformed() =>
        new("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    private static ServiceError BadDigest(string what) => new("BadDigest", $"The {what} you specified did not match what we received.");

    private static Dictionary<string, string> Literals(OperationModel operation)
    {
        int question = operation.RequestUri.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? [] : new(FormParameters.Parse(operation.RequestUri[(question + 1)..]), StringComparer.Ordinal);
    }

    private static string HostId(string requestId) => Convert.ToBase64String(Encoding.UTF8.GetBytes(requestId));

    private static Dictionary<string, string> Headers(string requestId) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["x-amz-request-id"] = requestId,
        ["x-amz-id-2"] = HostId(requestId),
    };

    private bool IsFor(OperationModel operation, WireRequest request) =>
        operation.Method == request.Method
        && operation.RequestUri.Contains("{Bucket}", StringComparison.Ordinal) == (_address.Bucket is not null)
        && operation.RequestUri.Contains("{Key+}", StringComparison.Ordinal) == (_address.Key is not null)
        && Literals(operation).All(literal => request.QueryParameters.Any(given => given.Key == literal.Key && (literal.Value.Length == 0 || given.Value == literal.Value)));

    private static (byte[] Body, IReadOnlyDictionary<string, string> Trailers) ReadBody(WireRequest request)
    {
        AwsChunks? chunks = AwsChunks.IsIn(request) ? AwsChunks.Read(request.Body) : null;
        byte[] body = chunks?.Join() ?? request.Body;
        IReadOnlyDictionary<string, string> trailers = chunks?.Trailers ?? new Dictionary<string, string>();
        if (request.Header("x-amz-decoded-content-length") is { } length && length != body.Length.ToString(CultureInfo.InvariantCulture))
        {
            throw new ServiceError("IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header");
        }

        if (request.Header("content-md5") is { } md5 && md5 != Checksums.Of("md5", body))
        {
            throw BadDigest("Content-MD5");
        }

        foreach ((string name, string value) in request.Headers.Concat(trailers).Where(header => IsChecksum(header.Key)))
        {
            string algorithm = name[Checksums.HeaderPrefix.Length..].ToLowerInvariant();
            string computed = Checksums.Of(algorithm, body) ?? throw new ServiceError("NotImplemented", $"The sandbox does not know the checksum {algorithm}.", 501);
            _ = computed == value ? 0 : throw BadDigest(algorithm.ToUpperInvariant());
        }

        return (body, trailers);
    }

    private static bool IsChecksum(string name) => name.StartsWith(Checksums.HeaderPrefix, StringComparison.OrdinalIgnoreCase)
        && !name.EndsWith("-mode", StringComparison.OrdinalIgnoreCase)
        && !name.EndsWith("-type", StringComparison.OrdinalIgnoreCase)
        && !name.EndsWith("-algorithm", StringComparison.OrdinalIgnoreCase);

    private JsonNode? ReadMember(Member member, WireRequest request, IReadOnlyDictionary<string, string> trailers)
    {
        string name = member.LocationName ?? member.Name;
        if (member.Location == "headers")
        {
            List<KeyValuePair<string, JsonNode?>> entries = [.. request.Headers
                .Where(header => header.Key.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                .Select(header => KeyValuePair.Create<string, JsonNode?>(header.Key[name.Length..].ToLowerInvariant(), header.Value))];
            return entries.Count == 0 ? null : new JsonObject(entries);
        }

        string? text = member.Location switch
        {
            "uri" => name == "Bucket" ? _address.Bucket : _address.Key,
            "querystring" => request.QueryParameter(name),
            "header" when name == "Content-Encoding" => WithoutChunks(request.Header(name)),
            "header" => request.Header(name) ?? trailers.GetValueOrDefault(name),
            _ => null,
        };
        return text is null ? null
            : member.Shape.Type == ShapeType.List ? new JsonArray([.. text.Split(',', StringSplitOptions.TrimEntries).Select(item => (JsonNode)item)])
            : ScalarReader.Read(member.Shape.Type, text, member.Name);
    }

    private static string? WithoutChunks(string? encoding)
    {
        string[] rest = [.. (encoding ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(part => part != ChunkedEncoding)];
        return rest.Length == 0 ? null : string.Join(',', rest);
    }

    private static JsonNode ReadPayload(Shape shape, byte[] body)
    {
        if (shape.Type == ShapeType.Structure)
        {
            using var stream = new MemoryStream(body);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XmlInput.Structure(shape, XDocument.Load(reader).Root!);
        }

        return shape.Type == ShapeType.Blob ? Convert.ToBase64String(body) : Encoding.UTF8.GetString(body);
    }

    private static void WriteHeader(Member member, JsonNode value, Dictionary<string, string> headers)
    {
        if (member.Location == "headers")
        {
            foreach ((string key, JsonNode? entry) in value.AsObject())
            {
                headers[member.LocationName + key] = entry!.GetValue<string>();
            }

            return;
        }

        headers[member.LocationName!] = member.Shape.Type switch
        {
            ShapeType.Timestamp => value.GetValue<DateTimeOffset>().ToString("r", CultureInfo.InvariantCulture),
            ShapeType.String => value.GetValue<string>(),
            _ => value.ToJsonString(),
        };
    }

    private static byte[] Body(OperationModel operation, Shape shape, JsonObject output)
    {
        if (shape.Payload is { } name)
        {
            Member payload = shape.Members.First(member => member.Name == name);
            return output[name] is not { } value ? []
                : payload.Shape.Type == ShapeType.Blob ? Convert.FromBase64String(value.GetValue<string>())
                : payload.Shape.Type == ShapeType.String ? Encoding.UTF8.GetBytes(value.GetValue<string>())
                : Document(payload.LocationName ?? payload.Name, payload.Shape, value.AsObject());
        }

        return shape.Members.Any(member => member.Location is null) ? Document(Roots.GetValueOrDefault(operation.Name) ?? $"{operation.Name}Result", shape, output) : [];
    }

    private static byte[] Document(string root, Shape shape, JsonObject value)
    {
        using var answer = new XmlAnswer(listsAreFlat: false, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        answer.Writer.WriteStartElement(root, Namespace);

        // A bucket's place is the root's own text.
        if (value[root] is { } text && shape.Members.Count == 1)
        {
            answer.Writer.WriteString(text.GetValue<string>());
        }
        else
        {
            answer.Structure(shape, value);
        }

        answer.Writer.WriteEndElement();
        return answer.Finish();
    }
}
