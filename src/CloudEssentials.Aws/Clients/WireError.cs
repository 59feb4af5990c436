using System.Net;
using Amazon.Runtime;

namespace CloudEssentials.Aws.Clients;

/// <summary>An error document of AWS, whichever protocol it came in.</summary>
internal sealed record WireError(string Message, Exception? Inner, ErrorType Type, string Code, string? RequestId, HttpStatusCode Status)
{
    /// <summary>A proxy or a load balancer answers in its own words: then the status is all there is to go by.</summary>
    internal static WireError Unreadable(string body, Exception? inner, string? requestId, HttpStatusCode status) => new(
        body.Length == 0 ? $"The service answered {(int)status} {status} without a body." : $"The service answered {(int)status} {status}: {(body.Length > 200 ? body[..200] + "..." : body)}",
        inner, TypeOf(null, status), status.ToString(), requestId, status);

    internal static ErrorType TypeOf(string? text, HttpStatusCode status) => text switch
    {
        "Sender" => ErrorType.Sender,
        "Receiver" => ErrorType.Receiver,
        _ => (int)status >= 500 ? ErrorType.Receiver : (int)status >= 400 ? ErrorType.Sender : ErrorType.Unknown,
    };
}
