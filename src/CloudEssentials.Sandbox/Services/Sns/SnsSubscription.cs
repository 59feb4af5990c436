namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>A subscription to a topic.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="TopicArn">The topic's.</param>
/// <param name="Protocol">Such as <c>email</c>.</param>
/// <param name="Endpoint">Such as an address.</param>
/// <param name="IsConfirmed">Whether the endpoint's owner has agreed.</param>
/// <param name="Created">When it was asked for.</param>
internal sealed record SnsSubscription(string Arn, string TopicArn, string Protocol, string Endpoint, bool IsConfirmed, DateTimeOffset Created)
{
    // "If a subscription is not confirmed, it is deleted after 48 hours": Amazon SNS Developer Guide.
    private static readonly TimeSpan MayPend = TimeSpan.FromHours(48);

    public bool IsThere(DateTimeOffset now) => IsConfirmed || now < Created + MayPend;
}
