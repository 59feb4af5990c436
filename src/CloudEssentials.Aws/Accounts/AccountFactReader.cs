using Amazon.Account;
using Amazon.Account.Model;
using Amazon.EC2.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Aws.Errors;
using CloudEssentials.Aws.Regions;

namespace CloudEssentials.Aws.Accounts;

/// <summary>Reads the parts of an account that checks need, all at once; a part that is refused takes none of the others with it.</summary>
/// <param name="connection">The account.</param>
public sealed class AccountFactReader(AwsConnection connection)
{
    private readonly AmazonIdentityManagementServiceClient _iam = connection.Iam();
    private readonly RegionGateway _regions = new(connection);
    private readonly object _asking = new();
    private Task<IReadOnlyList<string>>? _enabled;

    /// <summary>Who answers: AWS, the sandbox, or the address that was given.</summary>
    public string Source => _regions.Source;

    /// <summary>Reads parts of an account into its facts.</summary>
    /// <param name="facts">Where to; parts that are there already are not read again.</param>
    /// <param name="kinds">Which.</param>
    /// <param name="done">Told of each part that is there.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task ReadAsync(AccountFacts facts, AccountFactKinds kinds, Action<AccountFactKinds>? done, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        AccountFactKinds[] wanted = [.. Enum.GetValues<AccountFactKinds>().Where(kind => kind != AccountFactKinds.None && kinds.HasFlag(kind) && !facts.Has(kind))];

        // Making clients and reading answers is work: not on the caller's thread, and not one after the other.
        await Task.WhenAll(wanted.Select(kind => Task.Run(() => ReadPartAsync(facts, kind, done, cancellationToken), cancellationToken))).ConfigureAwait(false);
    }

    private async Task ReadPartAsync(AccountFacts facts, AccountFactKinds kind, Action<AccountFactKinds>? done, CancellationToken cancellationToken)
    {
        try
        {
            facts.Add(kind, await PartAsync(kind, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            facts.Refuse(kind, ErrorOf(exception));
        }

        done?.Invoke(kind);
    }

    private async Task<object> PartAsync(AccountFactKinds kind, CancellationToken cancellationToken) => kind switch
    {
        AccountFactKinds.CredentialReport => await new CredentialReportGateway(connection).ReadAsync(cancellationToken).ConfigureAwait(false),
        AccountFactKinds.Summary => await SummaryAsync(cancellationToken).ConfigureAwait(false),
        AccountFactKinds.VirtualMfaDevices => await VirtualMfaDevicesAsync(cancellationToken).ConfigureAwait(false),
        AccountFactKinds.Authorization => await Patience.CallAsync(() => new AuthorizationGateway(connection).ReadAsync(onPage: null, cancellationToken), cancellationToken).ConfigureAwait(false),
        AccountFactKinds.PasswordPolicy => await PasswordPolicyAsync(cancellationToken).ConfigureAwait(false),
        AccountFactKinds.ServerCertificates => await ServerCertificatesAsync(cancellationToken).ConfigureAwait(false),
        AccountFactKinds.IdentityProviders => await IdentityProvidersAsync(cancellationToken).ConfigureAwait(false),
        AccountFactKinds.RoleSessions => await RoleSessionsAsync(cancellationToken).ConfigureAwait(false),
        AccountFactKinds.Organization => await OrganizationAsync(cancellationToken).ConfigureAwait(false),
        AccountFactKinds.RootFeatures => await RootFeaturesAsync(cancellationToken).ConfigureAwait(false),
        AccountFactKinds.DelegatedAdministrators => await DelegatedAdministratorsAsync(cancellationToken).ConfigureAwait(false),
        AccountFactKinds.Guardrails => await GuardrailsAsync(cancellationToken).ConfigureAwait(false),
        AccountFactKinds.Contact => await HasContactAsync(cancellationToken).ConfigureAwait(false),
        AccountFactKinds.SecurityContact => await HasSecurityContactAsync(cancellationToken).ConfigureAwait(false),
        AccountFactKinds.Analyzers => await RegionalAsync(AnalyzersAsync, cancellationToken).ConfigureAwait(false),
        AccountFactKinds.Instances => await RegionalAsync(InstancesAsync, cancellationToken).ConfigureAwait(false),
        _ => throw new CloudException("FactNotAsked", "Member accounts are audited with Test-RootUserSecurity -Organization.", CloudErrorCategory.InvalidOperation),
    };

    private async Task<IReadOnlyDictionary<string, int>> SummaryAsync(CancellationToken cancellationToken) =>
        (await Patience.CallAsync(() => _iam.GetAccountSummaryAsync(new(), cancellationToken), cancellationToken).ConfigureAwait(false)).SummaryMap ?? [];

    private Task<IReadOnlyList<KeyValuePair<string, string>>> VirtualMfaDevicesAsync(CancellationToken cancellationToken) => ListAsync(
        () => _iam.Paginators.ListVirtualMFADevices(new() { AssignmentStatus = AssignmentStatusType.Assigned }).VirtualMFADevices,
        device => KeyValuePair.Create(device.SerialNumber, device.User?.Arn ?? ""),
        cancellationToken);

    private async Task<PasswordRules> PasswordPolicyAsync(CancellationToken cancellationToken)
    {
        PasswordPolicy policy;
        try
        {
            policy = (await Patience.CallAsync(() => _iam.GetAccountPasswordPolicyAsync(new(), cancellationToken), cancellationToken).ConfigureAwait(false)).PasswordPolicy;
        }
        catch (CloudException error) when (error.ErrorId == "ResourceNotFound")
        {
            return PasswordRules.Default;
        }

        return new()
        {
            MinimumLength = policy.MinimumPasswordLength ?? 0,
            RequireUppercase = policy.RequireUppercaseCharacters ?? false,
            RequireLowercase = policy.RequireLowercaseCharacters ?? false,
            RequireNumbers = policy.RequireNumbers ?? false,
            RequireSymbols = policy.RequireSymbols ?? false,
            ReusePrevention = policy.PasswordReusePrevention ?? 0,
            MaximumAgeDays = policy.MaxPasswordAge ?? 0,
        };
    }

    private Task<IReadOnlyList<CertificateFact>> ServerCertificatesAsync(CancellationToken cancellationToken) => ListAsync(
        () => _iam.Paginators.ListServerCertificates(new()).ServerCertificateMetadataList,
        certificate => new CertificateFact(certificate.ServerCertificateName, certificate.Arn, Utc(certificate.Expiration)),
        cancellationToken);

    private async Task<IReadOnlyList<string>> IdentityProvidersAsync(CancellationToken cancellationToken)
    {
        Task<ListSAMLProvidersResponse> saml = Patience.CallAsync(() => _iam.ListSAMLProvidersAsync(new(), cancellationToken), cancellationToken);
        ListOpenIDConnectProvidersResponse oidc = await Patience.CallAsync(() => _iam.ListOpenIDConnectProvidersAsync(new(), cancellationToken), cancellationToken).ConfigureAwait(false);
        return [.. ((await saml.ConfigureAwait(false)).SAMLProviderList ?? []).Select(provider => provider.Arn), .. (oidc.OpenIDConnectProviderList ?? []).Select(provider => provider.Arn)];
    }

    private async Task<IReadOnlyDictionary<string, TimeSpan>> RoleSessionsAsync(CancellationToken cancellationToken) =>
        (await ListAsync(() => _iam.Paginators.ListRoles(new()).Roles, role => KeyValuePair.Create(role.Arn, TimeSpan.FromSeconds(role.MaxSessionDuration ?? 3600)), cancellationToken).ConfigureAwait(false))
        .DistinctBy(role => role.Key).ToDictionary(StringComparer.Ordinal);

    private async Task<OrganizationFact> OrganizationAsync(CancellationToken cancellationToken)
    {
        try
        {
            Organization organization = (await Patience.CallAsync(() => connection.Organizations().DescribeOrganizationAsync(new(), cancellationToken), cancellationToken).ConfigureAwait(false)).Organization;
            return new(organization.Id, organization.MasterAccountId);
        }
        catch (AwsRefusedException refused) when (refused.ErrorCode.Contains("AWSOrganizationsNotInUse", StringComparison.Ordinal))
        {
            return new(null, null);
        }
    }

    private async Task<IReadOnlyList<string>> RootFeaturesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await Patience.CallAsync(() => _iam.ListOrganizationsFeaturesAsync(new(), cancellationToken), cancellationToken).ConfigureAwait(false)).EnabledFeatures ?? [];
        }
        catch (AwsRefusedException refused) when (refused.ErrorCode.StartsWith("ServiceAccessNotEnabled", StringComparison.Ordinal))
        {
            // Without trusted access for IAM no feature can be on: API_ListOrganizationsFeatures.html.
            return [];
        }
    }

    private Task<IReadOnlyList<string>> DelegatedAdministratorsAsync(CancellationToken cancellationToken) => ListAsync(
        () => connection.Organizations().Paginators.ListDelegatedAdministrators(new()).DelegatedAdministrators,
        administrator => administrator.Id,
        cancellationToken);

    private async Task<IReadOnlyList<string>> GuardrailsAsync(CancellationToken cancellationToken)
    {
        AmazonOrganizationsClient client = connection.Organizations();
        List<string> names = [];
        foreach (string root in await ListAsync(() => client.Paginators.ListRoots(new()).Roots, root => root.Id, cancellationToken).ConfigureAwait(false))
        {
            foreach (Amazon.Organizations.PolicyType type in new[] { Amazon.Organizations.PolicyType.SERVICE_CONTROL_POLICY, Amazon.Organizations.PolicyType.RESOURCE_CONTROL_POLICY })
            {
                names.AddRange(await ListAsync(
                    () => client.Paginators.ListPoliciesForTarget(new() { TargetId = root, Filter = type }).Policies,
                    policy => policy.AwsManaged == true ? null : policy.Name,
                    cancellationToken).ConfigureAwait(false));
            }
        }

        return names;
    }

    private async Task<object> HasContactAsync(CancellationToken cancellationToken)
    {
        try
        {
            ContactInformation? contact = (await Patience.CallAsync(() => connection.Account().GetContactInformationAsync(new(), cancellationToken), cancellationToken).ConfigureAwait(false)).ContactInformation;
            return contact is { PhoneNumber.Length: > 0, AddressLine1.Length: > 0 };
        }
        catch (CloudException error) when (error.ErrorId == "ResourceNotFound")
        {
            return false;
        }
    }

    private async Task<object> HasSecurityContactAsync(CancellationToken cancellationToken)
    {
        try
        {
            GetAlternateContactResponse answer = await Patience.CallAsync(
                () => connection.Account().GetAlternateContactAsync(new() { AlternateContactType = AlternateContactType.SECURITY }, cancellationToken),
                cancellationToken).ConfigureAwait(false);
            return answer.AlternateContact is { EmailAddress.Length: > 0 };
        }
        catch (CloudException error) when (error.ErrorId == "ResourceNotFound")
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<RegionalFact<T>>> RegionalAsync<T>(Func<string, CancellationToken, Task<IReadOnlyList<T>>> read, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> regions = await RegionListAsync(cancellationToken).ConfigureAwait(false);
        return await Task.WhenAll(regions.Select(async region =>
        {
            try
            {
                return new RegionalFact<T>(region, await Task.Run(() => read(region, cancellationToken), cancellationToken).ConfigureAwait(false));
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                return new RegionalFact<T>(region, [], ErrorOf(exception));
            }
        })).ConfigureAwait(false);
    }

    // Two parts need the Regions; they are asked for once.
    private Task<IReadOnlyList<string>> RegionListAsync(CancellationToken cancellationToken)
    {
        lock (_asking)
            return _enabled ??= ListRegionsAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<string>> ListRegionsAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<ListedRegion> regions = await Patience.CallAsync(() => _regions.ListAsync(all: false, connection.Region, cancellationToken), cancellationToken).ConfigureAwait(false);
        return [.. regions.Select(region => region.Code)];
    }

    private Task<IReadOnlyList<string>> AnalyzersAsync(string region, CancellationToken cancellationToken) => ListAsync(
        () => connection.AccessAnalyzer(region).Paginators.ListAnalyzers(new()).Analyzers,
        analyzer => analyzer.Type?.Value is "ACCOUNT" or "ORGANIZATION" && analyzer.Status?.Value is null or "ACTIVE" ? analyzer.Name : null,
        cancellationToken);

    private async Task<IReadOnlyList<InstanceFact>> InstancesAsync(string region, CancellationToken cancellationToken)
    {
        IReadOnlyList<IEnumerable<InstanceFact>> reservations = await ListAsync(
            () => connection.Ec2(region).Paginators.DescribeInstances(new()).Reservations,
            reservation => (reservation.Instances ?? []).Where(instance => instance.State?.Name?.Value is not ("terminated" or "shutting-down")).Select(ToFact),
            cancellationToken).ConfigureAwait(false);
        return [.. reservations.SelectMany(instances => instances)];
    }

    private static InstanceFact ToFact(Instance instance) =>
        new(instance.InstanceId, instance.Tags?.FirstOrDefault(tag => tag.Key == "Name")?.Value ?? "", instance.IamInstanceProfile?.Arn);

    // Whatever goes wrong with one part, the others are worth having.
    /// <summary>The module's own error of whatever a read ended with.</summary>
    internal static CloudException ErrorOf(Exception exception) =>
        AwsErrors.From(exception) ?? new CloudException("UnexpectedError", $"{exception.GetType().Name}: {exception.Message}", CloudErrorCategory.NotSpecified, innerException: exception);

    private static DateTimeOffset? Utc(DateTime? date) => date is { } known ? new DateTimeOffset(known.ToUniversalTime(), TimeSpan.Zero) : null;

    private static Task<IReadOnlyList<TResult>> ListAsync<TItem, TResult>(Func<IPaginatedEnumerable<TItem>> list, Func<TItem, TResult?> select, CancellationToken cancellationToken) =>
        Patience.CallAsync<IReadOnlyList<TResult>>(
            async () =>
            {
                List<TResult> results = [];
                await foreach (TItem item in list().WithCancellation(cancellationToken).ConfigureAwait(false))
                {
                    if (select(item) is { } result)
                        results.Add(result);
                }

                return results;
            },
            cancellationToken);
}
