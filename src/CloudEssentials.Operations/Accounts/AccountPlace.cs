using CloudEssentials.Accounts;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The account that a command works in, and who asks there.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Caller">Who one is.</param>
internal sealed record AccountPlace(AwsConnection Connection, CallerIdentity Caller)
{
    /// <summary>The account's id.</summary>
    internal string AccountId => Caller.AccountId;

    /// <summary><c>AWS</c> or <c>Sandbox</c>.</summary>
    internal string Source => Connection.IsSandbox ? "Sandbox" : "AWS";

    /// <summary>Connects and asks AWS whose account it is, which needs no permission.</summary>
    internal static async Task<AccountPlace> OpenAsync(AwsRequest request, IOperationHost host, CancellationToken cancellationToken)
    {
        AwsConnection connection = await host.ConnectAsync(request, cancellationToken).ConfigureAwait(false);
        return new(connection, await connection.GetCallerIdentityAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Notes where a policy is from.</summary>
    internal AccountPasswordPolicy Sign(AccountPasswordPolicy policy) => policy with { AccountId = AccountId, Source = Source };

    /// <summary>Notes where a device is from.</summary>
    internal MfaDevice Sign(MfaDevice device) => device with { AccountId = AccountId, Source = Source };

    /// <summary>An ARN of IAM in this account.</summary>
    internal string Arn(string resource) => $"arn:{Connection.Partition}:iam::{AccountId}:{resource}";

    /// <summary>The ARN of a policy of AWS's own.</summary>
    internal string ManagedPolicyArn(string name) => $"arn:{Connection.Partition}:iam::aws:policy/{name}";
}
