using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Aws.Errors;

/// <summary>Makes the module's own errors of the SDK's, of the network's, and of what happens on the way to credentials.</summary>
public static class AwsErrors
{
    /// <summary>Makes the module's own error of one that a call to AWS ended with.</summary>
    /// <param name="exception">Any error.</param>
    /// <returns>The error, or null where it has nothing to do with AWS.</returns>
    public static CloudException? From(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        CallFacts? facts = CallFacts.Of(exception);
        return Chain(exception).Select(link => One(link, exception, facts)).FirstOrDefault(error => error is not null);
    }

    /// <summary>Makes the module's own error of one that came while credentials were being made.</summary>
    internal static CloudException OfCredentials(Exception exception, AwsConnection connection) =>
        CredentialErrors.From(exception, connection)
        ?? From(exception)
        ?? new CloudException(
            "CredentialsUnavailable",
            $"No credentials from {connection.CredentialSource}: {exception.Message}",
            CloudErrorCategory.AuthenticationError,
            connection.CredentialSource,
            innerException: exception);

    private static CloudException? One(Exception link, Exception whole, CallFacts? facts) => link switch
    {
        CloudException own => own,
        AmazonUnmarshallingException or XmlException or JsonException when facts is not null => Unreadable(whole, facts),
        AmazonServiceException { ErrorCode.Length: > 0 } refused => ServiceRefusal.From(refused, facts),
        HttpRequestException or SocketException or AuthenticationException => Unreachable(link, whole, facts),
        TimeoutException => TimedOut(whole, facts),
        TaskCanceledException when facts is not null => TimedOut(whole, facts),
        AmazonServiceException { InnerException: null } odd when (int)odd.StatusCode >= 300 => Unreadable(whole, facts),
        AmazonClientException { InnerException: null } client =>
            new CloudException("AwsCallFailed", $"{facts?.Action ?? "AWS"}: {client.Message}", CloudErrorCategory.InvalidOperation, facts?.Action, innerException: whole),
        _ => null,
    };

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }

    private static CloudException Unreadable(Exception exception, CallFacts? facts) => new(
        "AnswerUnreadable",
        $"{Host(facts)} answered {Call(facts)} with something that is no answer of AWS{Status(exception)}.",
        CloudErrorCategory.InvalidData,
        facts?.Endpoint,
        "Is the endpoint URL right, and is there no proxy that answers in its stead?",
        exception);

    private static CloudException Unreachable(Exception link, Exception whole, CallFacts? facts) => new(
        "EndpointUnreachable",
        $"{Host(facts)} cannot be reached: {Innermost(link).Message.TrimEnd('.')}. Gave up {After(facts)}.",
        CloudErrorCategory.ConnectionError,
        facts?.Endpoint,
        Chain(link).Any(inner => inner is AuthenticationException)
            ? "Its certificate is not trusted here: a proxy that looks inside, or an endpoint of one's own."
            : "Check the network, a proxy (HTTPS_PROXY, NO_PROXY), the Region's name and -EndpointUrl.",
        whole);

    private static CloudException TimedOut(Exception whole, CallFacts? facts) => new(
        "EndpointTimedOut",
        $"{Host(facts)} did not answer {Call(facts)}. Gave up {After(facts)}.",
        CloudErrorCategory.OperationTimeout,
        facts?.Endpoint,
        "Check the network, a proxy (HTTPS_PROXY, NO_PROXY) and -EndpointUrl; or try again later.",
        whole);

    private static string Status(Exception exception) => exception is AmazonServiceException { StatusCode: not 0 and var status } ? $" (status {(int)status})" : "";

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;

    private static string Call(CallFacts? facts) => facts?.Action ?? "the call";

    private static string Host(CallFacts? facts) => facts?.Endpoint is { } endpoint ? $"The endpoint {endpoint.Scheme}://{endpoint.Authority}" : "The endpoint";

    private static string After(CallFacts? facts) => facts is null
        ? "at once"
        : $"after {facts.Elapsed.TotalSeconds:0.0} s{(facts.Retries == 0 ? "" : $" and {facts.Retries + 1} attempts")}";
}
