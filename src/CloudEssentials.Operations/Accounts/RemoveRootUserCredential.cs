using System.Runtime.CompilerServices;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Takes keys, password, MFA devices and signing certificates of member accounts' root users away, from the management account.</summary>
[Operation("Remove", "RootUserCredential", Impact = ChangeImpact.High)]
public sealed class RemoveRootUserCredential : IOperation<RemoveRootUserCredentialRequest, RootCredentialRemoval>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<RootCredentialRemoval> RunAsync(
        RemoveRootUserCredentialRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AwsConnection connection = await host.ConnectAsync(request, cancellationToken).ConfigureAwait(false);
        MemberRootGateway gateway = new(connection);
        foreach (string account in request.AccountId)
        {
            if (account.Length != 12 || !account.All(char.IsAsciiDigit))
            {
                host.WriteError(new("AccountIdInvalid", $"'{account}' is not an account id.", CloudErrorCategory.InvalidArgument, account, "An account id has 12 digits, such as 123456789012."));
                continue;
            }

            if (!await host.ShouldProcessAsync($"root user of account {account}", "Remove access keys, signing certificates, MFA devices and password").ConfigureAwait(false))
                continue;
            if (await RemoveAsync(gateway, account, host, cancellationToken).ConfigureAwait(false) is { } removal)
                yield return removal;
        }
    }

    private static async Task<RootCredentialRemoval?> RemoveAsync(MemberRootGateway gateway, string account, IOperationHost host, CancellationToken cancellationToken)
    {
        try
        {
            return new(account, await gateway.RemoveAsync(account, cancellationToken).ConfigureAwait(false));
        }
        catch (CloudException error)
        {
            host.WriteError(new(error.ErrorId, $"{account}: {error.Message}", error.Category, account, error.Remedy ?? "What is gone is gone; run the command again for the rest.", error));
            return null;
        }
    }
}
