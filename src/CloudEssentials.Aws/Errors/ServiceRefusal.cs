using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.Runtime;

namespace CloudEssentials.Aws.Errors;

/// <summary>Reads what a service says when it says no.</summary>
internal static partial class ServiceRefusal
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The error of an answer.</summary>
    internal static CloudException From(AmazonServiceException exception, CallFacts? facts)
    {
        (string errorId, CloudErrorCategory category, string? remedy) = Kind(exception);
        if (errorId == "AccessDenied")
            return Denied(exception, facts);
        return new AwsRefusedException(errorId, $"{Subject(facts)}: {Words(exception)} ({Answer(exception)}).{Tries(errorId, facts)}", category, facts?.Action, remedy, exception)
        {
            ErrorCode = exception.ErrorCode,
            RequestId = exception.RequestId,
            StatusCode = (int)exception.StatusCode,
            Action = facts?.Action,
        };
    }

    /// <summary>
    /// The module's id for a service's code. The common ones: https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html and
    /// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html.
    /// </summary>
    private static (string ErrorId, CloudErrorCategory Category, string? Remedy) Kind(AmazonServiceException exception) => exception.ErrorCode switch
    {
        "ExpiredToken" or "ExpiredTokenException" or "TokenRefreshRequired" =>
            ("CredentialsExpired", CloudErrorCategory.AuthenticationError, "Get new temporary credentials: sign in again, or connect with what renews itself, such as a profile."),
        "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture" => Skewed(),
        "SignatureDoesNotMatch" or "InvalidSignatureException" or "AuthFailure" when SkewPattern().IsMatch(exception.Message) => Skewed(),
        "InvalidClientTokenId" or "UnrecognizedClientException" or "AuthFailure" or "SignatureDoesNotMatch" or "InvalidSignatureException"
            or "InvalidAccessKeyId" or "IncompleteSignature" or "MissingAuthenticationToken" or "MissingAuthenticationTokenException" or "InvalidSecurity" =>
            ("CredentialsInvalid", CloudErrorCategory.AuthenticationError, "The key pair is wrong, inactive or of another partition; a Region that is not enabled for the account answers so too."),
        "OptInRequired" => ("RegionNotOptedIn", CloudErrorCategory.PermissionDenied, "Enable the Region or the service for the account first."),
        "UnauthorizedOperation" or "AccessDenied" or "AccessDeniedException" or "UnauthorizedException" or "NotAuthorized" => ("AccessDenied", CloudErrorCategory.PermissionDenied, null),
        "Throttling" or "ThrottlingException" or "ThrottledException" or "RequestLimitExceeded" or "RequestThrottled" or "RequestThrottledException"
            or "TooManyRequestsException" or "SlowDown" or "PriorRequestNotComplete" or "EC2ThrottledException" or "BandwidthLimitExceeded" =>
            ("Throttled", CloudErrorCategory.LimitsExceeded, "Wait a while, ask for less at once, or set AWS_RETRY_MODE to adaptive."),
        "DryRunOperation" => ("DryRunSucceeded", CloudErrorCategory.InvalidOperation, null),
        "DeleteConflict" or "DependencyViolation" or "ResourceInUse" or "ResourceInUseException" or "ConcurrentModification" => ("ResourceInUse", CloudErrorCategory.ResourceBusy, null),
        "NoSuchEntity" or "ResourceNotFoundException" or "NoSuchEntityException" => ("ResourceNotFound", CloudErrorCategory.ObjectNotFound, null),
        "VcpuLimitExceeded" or "InstanceLimitExceeded" =>
            ("LimitExceeded", CloudErrorCategory.LimitsExceeded, "Raise the quota of EC2 in Service Quotas (Running On-Demand instances), end what is not needed, or choose a smaller type."),
        "InvalidAction" or "UnknownOperationException" => ("ActionUnknown", CloudErrorCategory.InvalidOperation, "This endpoint does not know the action."),
        { } code => ByEnding(code, (int)exception.StatusCode),
    };

    private static (string ErrorId, CloudErrorCategory Category, string? Remedy) ByEnding(string code, int status)
    {
        bool Ends(string ending) => code.EndsWith(ending, StringComparison.Ordinal);
        if (Ends(".NotFound"))
            return ("ResourceNotFound", CloudErrorCategory.ObjectNotFound, null);
        if (Ends(".Duplicate") || Ends("AlreadyExists") || Ends("AlreadyExistsException"))
            return ("ResourceExists", CloudErrorCategory.ResourceExists, null);
        if (Ends("LimitExceeded") || Ends("LimitExceededException"))
            return ("LimitExceeded", CloudErrorCategory.LimitsExceeded, null);
        return status >= 500
            ? ("ServiceFailed", CloudErrorCategory.ResourceUnavailable, "The service has a fault of its own: try again later.")
            : ("RequestRefused", CloudErrorCategory.InvalidArgument, null);
    }

    private static (string, CloudErrorCategory, string?) Skewed() =>
        ("ClockSkewed", CloudErrorCategory.AuthenticationError, $"This machine says {DateTime.UtcNow:yyyy-MM-dd HH:mm:ss} UTC: set its clock; AWS allows five minutes.");

    /// <summary>What a refusal says: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html.</summary>
    private static AwsRefusedException Denied(AmazonServiceException exception, CallFacts? facts)
    {
        Match denial = DenialPattern().Match(exception.Message);
        string? action = denial.Success ? denial.Groups["action"].Value : facts?.Action;
        string? resource = denial.Groups["resource"] is { Success: true } named ? named.Value : null;
        Match explicitDeny = ExplicitPattern().Match(exception.Message);
        string? statement = action is null || explicitDeny.Success ? null : Statement(action, resource, facts);
        string on = resource is null or "*" ? "" : $" on {resource}";
        return new(
            "AccessDenied",
            $"{action ?? "The call"} is refused{on}: {Words(exception)} ({Answer(exception)}).",
            CloudErrorCategory.PermissionDenied,
            on.Length == 0 ? action : resource,
            Remedy(explicitDeny, statement),
            exception)
        {
            ErrorCode = exception.ErrorCode,
            RequestId = exception.RequestId,
            StatusCode = (int)exception.StatusCode,
            Action = action,
            Resource = resource,
            SuggestedStatement = statement,
        };
    }

    private static string? Remedy(Match explicitDeny, string? statement)
    {
        if (explicitDeny.Success)
            return $"No Allow helps against the explicit deny in {explicitDeny.Groups["where"].Value}: that policy must change.";
        return statement is null ? null : $"This statement would allow it: {statement}";
    }

    /// <summary>The smallest statement that lets a role be handed to a service and to no other.</summary>
    internal static string PassRole(string roleArn, string service) => JsonSerializer.Serialize(
        new
        {
            Effect = "Allow",
            Action = "iam:PassRole",
            Resource = roleArn,
            Condition = new { StringEquals = new Dictionary<string, string> { ["iam:PassedToService"] = service } },
        },
        _json);

    // Whoever launches an instance hands its role to EC2.
    private static string Statement(string action, string? resource, CallFacts? facts) => (action, resource, facts?.Action) switch
    {
        ("iam:PassRole", { } role, "ec2:RunInstances") => PassRole(role, "ec2.amazonaws.com"),
        _ => JsonSerializer.Serialize(new { Effect = "Allow", Action = action, Resource = resource ?? "*" }, _json),
    };

    private static string Subject(CallFacts? facts) => facts?.Action ?? "AWS";

    private static string Answer(AmazonServiceException exception) =>
        string.IsNullOrEmpty(exception.RequestId) ? exception.ErrorCode : $"{exception.ErrorCode}, request {exception.RequestId}";

    private static string Words(AmazonServiceException exception)
    {
        // EC2 appends the whole decision, encoded: long, and of use only to sts:DecodeAuthorizationMessage.
        string message = EncodedPattern().Replace(exception.Message ?? "", "").Trim();
        return message.Length == 0 ? "no reason given" : message.TrimEnd('.', ' ');
    }

    private static string Tries(string errorId, CallFacts? facts) =>
        errorId is "Throttled" or "ServiceFailed" && facts is { Retries: > 0 } ? $" Gave up after {facts.Retries + 1} attempts in {facts.Elapsed.TotalSeconds:0.0} s." : "";

    [GeneratedRegex("""not authorized to perform:? (?<action>[A-Za-z0-9-]+:[A-Za-z0-9]+)(?: on (?:the )?(?:resource:? )?(?<resource>\*|arn:[^\s"',]*[^\s"',.]))?""")]
    private static partial Regex DenialPattern();

    [GeneratedRegex(@"with an explicit deny in (?<where>an? [a-z -]*?(?:policy|boundary))")]
    private static partial Regex ExplicitPattern();

    [GeneratedRegex(@"\s*Encoded authorization failure message:\s*\S+")]
    private static partial Regex EncodedPattern();

    [GeneratedRegex(@"(?i)signature expired|signature not yet current|is now (?:earlier|later) than|request.*expired|clock")]
    private static partial Regex SkewPattern();
}
