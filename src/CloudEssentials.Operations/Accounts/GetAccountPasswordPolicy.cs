using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Reads what the account asks of its users' passwords.</summary>
[Operation("Get", "AccountPasswordPolicy")]
public sealed class GetAccountPasswordPolicy : IOperation<GetAccountPasswordPolicyRequest, AccountPasswordPolicy>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<AccountPasswordPolicy> RunAsync(
        GetAccountPasswordPolicyRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        AccountPasswordPolicy policy = await new PasswordPolicyGateway(place.Connection).ReadAsync(cancellationToken).ConfigureAwait(false);
        if (policy.IsDefault)
            host.WriteVerbose("The account has set no password policy: AWS's default applies.");
        yield return place.Sign(policy);
    }
}
