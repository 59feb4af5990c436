namespace CloudEssentials;

/// <summary>AWS answered, and said no: the service's own code, message and request id, and what would let the call through.</summary>
public sealed class AwsRefusedException : CloudException
{
    /// <summary>Makes the error of an answer.</summary>
    /// <param name="errorId">The module's id for this kind of answer.</param>
    /// <param name="message">What was refused and why.</param>
    /// <param name="category">What kind of error it is.</param>
    /// <param name="target">The action or the resource.</param>
    /// <param name="remedy">What would help.</param>
    /// <param name="innerException">The SDK's error.</param>
    public AwsRefusedException(string errorId, string message, CloudErrorCategory category, object? target, string? remedy, Exception innerException)
        : base(errorId, message, category, target, remedy, innerException)
    {
    }

    /// <summary>The service's error code, such as <c>UnauthorizedOperation</c>.</summary>
    public required string ErrorCode { get; init; }

    /// <summary>The id of the request, which AWS's support asks for; null where the answer had none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The HTTP status, such as 403.</summary>
    public int StatusCode { get; init; }

    /// <summary>The action that was called, such as <c>ec2:DescribeRegions</c>; for a refusal, the one that the answer names.</summary>
    public string? Action { get; init; }

    /// <summary>The ARN of the resource that a refusal names.</summary>
    public string? Resource { get; init; }

    /// <summary>The smallest policy statement that would allow the action, as JSON; null where an Allow would not help or the action is not known.</summary>
    public string? SuggestedStatement { get; init; }
}
