namespace CloudEssentials.Accounts;

/// <summary>Who looks after what of a service.</summary>
/// <param name="Service">The service's prefix in IAM, such as <c>s3</c>.</param>
/// <param name="Name">The service's name.</param>
/// <param name="Category">How much of it AWS looks after.</param>
/// <param name="AwsDoes">What AWS does.</param>
/// <param name="YouDo">What you do.</param>
/// <param name="Command">The commands that check your part.</param>
public sealed record SharedResponsibility(
    string Service,
    string Name,
    ServiceCategory Category,
    IReadOnlyList<string> AwsDoes,
    IReadOnlyList<string> YouDo,
    IReadOnlyList<string> Command);
