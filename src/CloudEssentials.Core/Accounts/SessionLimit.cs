namespace CloudEssentials.Accounts;

/// <summary>
/// How long temporary keys may be good, which differs with how they are asked for:
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html and API_GetSessionToken.html.
/// </summary>
/// <param name="Minimum">The least, in seconds.</param>
/// <param name="Maximum">The most, in seconds.</param>
/// <param name="Reason">Why no more.</param>
public sealed record SessionLimit(int Minimum, int Maximum, string Reason)
{
    private const int _least = 900;

    /// <summary>For a role's session, whose role says how long it may be.</summary>
    /// <param name="maximumSession">The role's own maximum in seconds; null where it could not be read.</param>
    public static SessionLimit OfRole(int? maximumSession) => maximumSession is { } own
        ? new(_least, own, $"the role's own maximum is {own} seconds (it can be raised, up to 43200)")
        : new(_least, 43_200, "a role's session is at most 12 hours, and at most what the role itself says");

    /// <summary>For a role's session that is asked for with a role's session.</summary>
    public static SessionLimit OfChain { get; } = new(_least, 3_600, "a role that is taken on with the keys of another role's session is good for an hour at most (role chaining)");

    /// <summary>For a user's own session.</summary>
    public static SessionLimit OfUser { get; } = new(_least, 129_600, "GetSessionToken gives a user 36 hours at most");

    /// <summary>For a session of the root user.</summary>
    public static SessionLimit OfRoot { get; } = new(_least, 3_600, "GetSessionToken gives the root user an hour at most");

    /// <summary>Checks a duration.</summary>
    /// <param name="seconds">The duration; null for AWS's default.</param>
    /// <exception cref="CloudException"><c>SessionDurationInvalid</c>.</exception>
    public void Check(int? seconds)
    {
        if (seconds < Minimum || seconds > Maximum)
        {
            throw new CloudException(
                "SessionDurationInvalid",
                $"-DurationSeconds {seconds} is not valid: {(seconds < Minimum ? $"temporary keys are good for {Minimum} seconds (15 minutes) at least" : Reason)}.",
                CloudErrorCategory.InvalidArgument,
                seconds,
                $"Give {Minimum} to {Maximum}.");
        }
    }
}
