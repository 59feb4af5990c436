using CloudEssentials.Aws.Connections;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>An application that is wanted, and the account that it is to stand in.</summary>
/// <param name="Account">The account.</param>
/// <param name="Spec">The application, with its zones.</param>
internal sealed record DirectoryAppPlace(AccountPlace Account, DirectoryAppSpec Spec)
{
    /// <summary>The connection.</summary>
    internal AwsConnection Connection => Account.Connection;

    /// <summary>The application in the account.</summary>
    internal DirectoryAppGateway Gateway { get; } = new(Account.Connection, Account.AccountId, Spec.Name);

    /// <summary>Connects, and chooses the zones: those that are named, then those in use, then the Region's first that have the instance type.</summary>
    /// <exception cref="CloudException">The errors of <see cref="DirectoryAppSpec.Check"/>; <c>ZoneUnknown</c>, <c>ZonesTooFew</c>, <c>InstanceTypeNotOffered</c>.</exception>
    internal static async Task<DirectoryAppPlace> OpenAsync(DirectoryAppRequest request, IOperationHost host, CancellationToken cancellationToken)
    {
        AccountPlace account = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        DirectoryAppSpec spec = request.ToSpec(account.Connection.Region, account.Connection.Partition, account.AccountId);
        return new(account, spec with { Zones = await new ZoneChoice(account, spec, cancellationToken).ChooseAsync().ConfigureAwait(false) });
    }

    /// <summary>Compares with what stands, and checks all that can be known before anything is made.</summary>
    internal async Task<DirectoryAppDeployment> PlanAsync(IOperationHost host, CancellationToken cancellationToken)
    {
        foreach (string warning in Spec.Warnings)
            host.WriteWarning(warning);
        return await Gateway.PlanAsync(Spec, cancellationToken).ConfigureAwait(false);
    }
}
