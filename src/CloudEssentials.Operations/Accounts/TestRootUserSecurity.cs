using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Checks;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Says whether the root user is locked away.</summary>
[Operation("Test", "RootUserSecurity", ResultIsFinding = true)]
public sealed class TestRootUserSecurity : IOperation<TestRootUserSecurityRequest, SecurityFinding>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<SecurityFinding> RunAsync(
        TestRootUserSecurityRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.MaximumIdleDays is < 1 or > 3650)
            throw new CloudException("MaximumIdleDaysInvalid", $"-MaximumIdleDays {request.MaximumIdleDays} is not a number from 1 to 3650.", CloudErrorCategory.InvalidArgument, request.MaximumIdleDays);
        if (request.ThrottleLimit is < 1 or > 200)
            throw new CloudException("ThrottleLimitInvalid", $"-ThrottleLimit {request.ThrottleLimit} is not a number from 1 to 200.", CloudErrorCategory.InvalidArgument, request.ThrottleLimit);
        if (request is { Organization: true, CredentialReport: not null })
            throw new CloudException("ParameterConflict", "-Organization and -CredentialReport cannot stand together.", CloudErrorCategory.InvalidArgument, remedy: "A saved report tells of one account: leave one of the two out.");
        SecurityCheck[] checks = [.. SecurityChecks.All.Where(check => check.Scope.HasFlag(CheckScope.RootUser))];
        AwsConnection? connection = request.CredentialReport is null ? await host.ConnectAsync(request, cancellationToken).ConfigureAwait(false) : null;
        AccountFacts facts = connection is null
            ? await OfFileAsync(request, host, cancellationToken).ConfigureAwait(false)
            : await FactSource.ReadAsync(connection, checks, request.MaximumIdleDays, host, cancellationToken).ConfigureAwait(false);
        bool members = request.Organization && connection is not null;
        foreach (SecurityFinding finding in checks.Where(check => !members || check.Needs != AccountFactKinds.MemberRoot).SelectMany(check => check.Run(facts)))
            yield return finding;
        if (!members)
            yield break;
        await foreach (SecurityFinding finding in new MemberAudit(connection!, facts, request, host).RunAsync(cancellationToken).ConfigureAwait(false))
            yield return finding;
    }

    private static async Task<AccountFacts> OfFileAsync(TestRootUserSecurityRequest request, IOperationHost host, CancellationToken cancellationToken)
    {
        string file = host.ResolvePath(request.CredentialReport!) is [{ } first, ..] ? first : request.CredentialReport!;
        CredentialReport report = await GetCredentialReport.ReadAsync(file, cancellationToken).ConfigureAwait(false);
        if (report.Root is not { } root)
            throw new CloudException("CredentialReportInvalid", $"{file} has no row of the root user ({CredentialReportRow.RootUserName}).", CloudErrorCategory.InvalidData, file);
        AccountFacts facts = new() { AccountId = root.AccountId, Partition = root.Arn.Split(':')[1], Source = file, MaximumIdleDays = request.MaximumIdleDays };
        facts.Add(AccountFactKinds.CredentialReport, report);
        facts.RefuseRest("A saved credential report does not tell it.");
        return facts;
    }
}
