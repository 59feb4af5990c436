using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace CloudEssentials.Aws.Clients;

/// <summary>A service of the query or the ec2 protocol: a form goes out, XML comes back.</summary>
internal sealed class QueryService(string name, string version, bool ec2, Func<WireError, XmlIn?, AmazonServiceException> error)
{
    internal Call<TRequest> Call<TRequest, TResponse>(string operation, Action<QueryOut, TRequest> write, string? wrapper, Func<XmlIn, TResponse> read, bool unsigned = false)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse =>
        new(request => Marshal(operation, request, write), new Response<TResponse>(this, wrapper, read)) { IsUnsigned = unsigned };

    private DefaultRequest Marshal<TRequest>(string operation, TRequest request, Action<QueryOut, TRequest> write)
        where TRequest : AmazonWebServiceRequest
    {
        DefaultRequest marshalled = new(request, name) { HttpMethod = "POST", ResourcePath = "/" };
        marshalled.Headers["Content-Type"] = AWSSDKUtils.UrlEncodedContent;
        marshalled.ParameterCollection.Add("Action", operation);
        marshalled.ParameterCollection.Add("Version", version);
        write(new(marshalled.ParameterCollection, "", ec2), request);
        return marshalled;
    }

    private static XElement Load(Stream stream)
    {
        using XmlReader reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, CloseInput = false });
        return XElement.Load(reader);
    }

    private static string? RequestId(XElement root) => root.Elements()
        .SelectMany(e => e.Name.LocalName == "ResponseMetadata" ? e.Elements() : [e])
        .FirstOrDefault(e => e.Name.LocalName is "requestId" or "RequestId" or "RequestID")?.Value;

    private AmazonServiceException Exception(XmlUnmarshallerContext context, Exception? inner, HttpStatusCode status)
    {
        using StreamReader reader = new(context.Stream);
        string body = reader.ReadToEnd();
        string? headerId = context.ResponseData.GetHeaderValue("x-amzn-RequestId") is { Length: > 0 } id ? id : null;
        try
        {
            XElement root = XElement.Parse(body);
            XElement? found = root.DescendantsAndSelf().FirstOrDefault(e => e.Name.LocalName == "Error");
            if (found is null) return error(WireError.Unreadable(body, inner, headerId, status), null);
            XmlIn details = new(found);
            return error(
                new(details.String("Message") ?? details.String("message") ?? "", inner, WireError.TypeOf(details.String("Type"), status), details.String("Code") ?? "", RequestId(root) ?? headerId, status),
                details);
        }
        catch (XmlException)
        {
            return error(WireError.Unreadable(body, inner, headerId, status), null);
        }
    }

    private sealed class Response<TResponse>(QueryService service, string? wrapper, Func<XmlIn, TResponse> read) : XmlResponseUnmarshaller
        where TResponse : AmazonWebServiceResponse
    {
        public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
        {
            try
            {
                return Read(Load(input.Stream));
            }
            catch (Exception e) when (e is XmlException or FormatException or OverflowException)
            {
                throw new AmazonUnmarshallingException(input.ResponseData.GetHeaderValue("x-amzn-RequestId"), typeof(TResponse).Name, e, input.ResponseData.StatusCode);
            }
        }

        private TResponse Read(XElement root)
        {
            // A proxy's page can be well-formed too: read on, it would be an answer with nothing in it.
            if (!root.Name.LocalName.EndsWith("Response", StringComparison.Ordinal)) throw new XmlException($"The answer is a document of {root.Name.LocalName}.");
            XElement content = (wrapper is null ? null : root.Elements().FirstOrDefault(e => e.Name.LocalName == wrapper)) ?? root;
            TResponse response = read(new(content));
            response.ResponseMetadata = new() { RequestId = RequestId(root) };
            return response;
        }

        public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
            service.Exception(input, innerException, statusCode);
    }
}
