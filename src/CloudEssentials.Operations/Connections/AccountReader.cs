using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Operations.Connections;

/// <summary>Describes a connection's account.</summary>
internal static class AccountReader
{
    /// <summary>Asks AWS whose account it is.</summary>
    internal static async Task<CloudAccount> ReadAsync(AwsConnection connection, IOperationHost host, CancellationToken cancellationToken)
    {
        CallerIdentity identity = await connection.GetCallerIdentityAsync(cancellationToken).ConfigureAwait(false);
        return new()
        {
            AccountId = identity.AccountId,
            Arn = identity.Arn,
            Alias = await AliasAsync(connection, host, cancellationToken).ConfigureAwait(false),
            Region = connection.Region,
            Partition = connection.Partition,
            CredentialSource = connection.CredentialSource,
            Endpoint = connection.IsSandbox ? null : connection.Endpoint,
            IsSandbox = connection.IsSandbox,
            Connection = connection,
        };
    }

    private static async Task<string?> AliasAsync(AwsConnection connection, IOperationHost host, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.GetAccountAliasAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Who may do little may still know who he is.
            host.WriteVerbose($"No account alias: {CloudErrors.From(exception).Message}");
            return null;
        }
    }
}
