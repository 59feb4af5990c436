using System.Security;
using CloudEssentials.Accounts;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Test-AccountPassword</c>.</summary>
public sealed record TestAccountPasswordRequest : AwsRequest
{
    /// <summary>The password.</summary>
    [Input(Position = 0, Mandatory = true, Pipeline = PipelineInput.ByValue)]
    public SecureString? Password { get; set; }

    /// <summary>The user's name, which a guesser would try.</summary>
    [Input(Position = 1)]
    public string? UserName { get; set; }

    /// <summary>The user's mail addresses, which a guesser would try.</summary>
    [Input(Aliases = ["Mail"])]
    public string[] Email { get; set; } = [];

    /// <summary>The policy to hold it against; the account's own if none is given.</summary>
    public AccountPasswordPolicy? PasswordPolicy { get; set; }

    /// <summary>The least score that is accepted, 0 to 4.</summary>
    public int MinimumScore { get; set; } = 3;
}
