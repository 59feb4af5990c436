using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Operations.Policies;
using CloudEssentials.Policies;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Makes a role for those whom another system vouches for: GitHub Actions, an OIDC provider, a SAML provider.</summary>
[Operation("New", "FederatedRole", Impact = ChangeImpact.Medium)]
public sealed class NewFederatedRole : IOperation<NewFederatedRoleRequest, MadeRole>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<MadeRole> RunAsync(
        NewFederatedRoleRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RoleNames.Check(request.RoleName);
        PolicyDocument? policy = request.Policy is null ? null : host.ReadPolicy(request.Policy);
        if (policy is not null)
            PolicyGuard.Check(policy, PolicyType.Identity, request.Force, host);
        FederationWish wish = FederationWish.Read(request, host);

        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        RoleGateway gateway = new(place.Connection);
        IReadOnlyList<string>? saml = await SamlProvidersAsync(gateway, wish, host, cancellationToken).ConfigureAwait(false);
        bool? hasIdentityCenter = saml is null ? null : RoleGateway.ShowsIdentityCenter(saml);
        if (hasIdentityCenter == true && wish.IsSaml)
            host.WriteWarning("IAM Identity Center gives people access to this account already: a permission set there serves several accounts at once.");

        ChangeSteps steps = new(host);
        string provider = await new ProviderMaker(gateway, place, steps, cancellationToken).MakeAsync(wish, saml ?? []).ConfigureAwait(false);
        PolicyDocument trust = wish.TrustFor(provider, place.Connection.Partition);
        string name = request.RoleName;
        IReadOnlyList<KeyValuePair<string, PolicyDocument>> policies = policy is null ? [] : [KeyValuePair.Create($"{name}Policy", policy)];
        string arn = await new RoleMaker(gateway, steps, cancellationToken).MakeAsync(name, trust, request.Description, policies).ConfigureAwait(false) ?? place.Arn($"role/{name}");
        if (steps.Declined)
            yield break;
        yield return new()
        {
            RoleName = name,
            Arn = arn,
            TrustedBy = wish.Label,
            TrustPolicy = trust,
            Policy = policy,
            ProviderArn = provider,
            IdentityCenter = hasIdentityCenter switch { true => "at work in this account", false => "no sign of it in this account", _ => "not known: iam:ListSAMLProviders was refused" },
            Change = steps.Done,
            AccountId = place.AccountId,
            Source = place.Source,
        };
    }

    // Whether Identity Center is there is good to know; a role for OIDC can be made without knowing it.
    private static async Task<IReadOnlyList<string>?> SamlProvidersAsync(RoleGateway gateway, FederationWish wish, IOperationHost host, CancellationToken cancellationToken)
    {
        try
        {
            return await gateway.SamlProvidersAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !wish.IsSaml)
        {
            host.WriteVerbose($"Whether IAM Identity Center is at work is not known: {CloudErrors.From(exception).Message}");
            return null;
        }
    }
}
