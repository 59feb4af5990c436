using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace CloudEssentials.Aws.Clients;

/// <summary>A service of the json protocol (<paramref name="target"/> and its <paramref name="version"/> of JSON matter) or of rest-json.</summary>
internal sealed class JsonService(string name, string apiVersion, string? target, string version, Func<WireError, JsonIn?, AmazonServiceException> error)
{
    private static readonly JsonElement NoBody = JsonDocument.Parse("{}").RootElement;

    /// <summary>A call of the json protocol: everything is in the body, the operation in a header.</summary>
    internal Call<TRequest> Call<TRequest, TResponse>(string operation, Action<JsonOut, TRequest> write, Func<JsonIn, TResponse> read, bool unsigned = false)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse =>
        new(request =>
        {
            DefaultRequest marshalled = Start(request, "POST", "/");
            marshalled.Content = Body(request, write);
            marshalled.Headers["Content-Type"] = $"application/x-amz-json-{version}";
            marshalled.Headers["X-Amz-Target"] = $"{target}.{operation}";
            return marshalled;
        }, new Response<TResponse>(this, (json, _) => read(json))) { IsUnsigned = unsigned };

    /// <summary>A call of the rest-json protocol: <paramref name="place"/> fills path, query and headers, <paramref name="write"/> the body if there is one.</summary>
    internal Call<TRequest> Call<TRequest, TResponse>(
        string method, string path, Action<RestOut, TRequest> place, Action<JsonOut, TRequest>? write, Func<JsonIn, IWebResponseData, TResponse> read, bool unsigned = false)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse =>
        new(request =>
        {
            DefaultRequest marshalled = Start(request, method, path);
            place(new(marshalled), request);
            if (write is not null)
            {
                marshalled.Content = Body(request, write);
                marshalled.Headers["Content-Type"] = "application/json";
            }
            return marshalled;
        }, new Response<TResponse>(this, read)) { IsUnsigned = unsigned };

    private DefaultRequest Start(AmazonWebServiceRequest request, string method, string path)
    {
        DefaultRequest marshalled = new(request, name) { HttpMethod = method, ResourcePath = path };
        marshalled.Headers["x-amz-api-version"] = apiVersion;
        return marshalled;
    }

    private static byte[] Body<TRequest>(TRequest request, Action<JsonOut, TRequest> write)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer)) write(new(writer), request);
        return buffer.ToArray();
    }

    private static JsonElement Load(Stream stream)
    {
        using MemoryStream buffer = new();
        stream.CopyTo(buffer);
        if (buffer.Length == 0) return NoBody;
        JsonElement root = JsonDocument.Parse(buffer.ToArray()).RootElement;
        return root.ValueKind == JsonValueKind.Object ? root : throw new JsonException($"The answer is of the kind {root.ValueKind}, not an object.");
    }

    private AmazonServiceException Exception(JsonUnmarshallerContext context, Exception? inner, HttpStatusCode status)
    {
        using StreamReader reader = new(context.Stream);
        string body = reader.ReadToEnd();
        string? requestId = Header(context.ResponseData, "x-amzn-RequestId");
        JsonElement root = Parse(body);
        JsonIn details = new(root);
        string? code = Header(context.ResponseData, "x-amzn-query-error")?.Split(';')[0]
            ?? Header(context.ResponseData, "x-amzn-ErrorType") ?? details.String("__type") ?? details.String("code");
        if (code is null) return error(WireError.Unreadable(body, inner, requestId, status), null);
        string message = details.String("message") ?? details.String("Message") ?? details.String("errorMessage") ?? "";
        return error(new(message, inner, WireError.TypeOf(null, status), ShortCode(code), requestId, status), details);
    }

    private static JsonElement Parse(string body)
    {
        try
        {
            return body.Length == 0 ? NoBody : JsonDocument.Parse(body).RootElement;
        }
        catch (JsonException)
        {
            return NoBody;
        }
    }

    /// <summary>The code stands between a namespace (before '#') and a documentation address (after ':').</summary>
    private static string ShortCode(string code) => code.Split(':')[0].Split('#')[^1];

    private static string? Header(IWebResponseData response, string name) => response.GetHeaderValue(name) is { Length: > 0 } value ? value : null;

    private sealed class Response<TResponse>(JsonService service, Func<JsonIn, IWebResponseData, TResponse> read) : JsonResponseUnmarshaller
        where TResponse : AmazonWebServiceResponse
    {
        public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) => read(new(Load(input.Stream)), input.ResponseData);

        public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
            service.Exception(input, innerException, statusCode);
    }
}
