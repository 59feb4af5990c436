using System.Collections.Concurrent;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Aws.Accounts;

/// <summary>
/// Takes an account's whole authorization picture (<c>iam:GetAccountAuthorizationDetails</c>). Users, groups, roles and
/// both kinds of policies are asked for side by side, since one chain of pages can only be followed page by page.
/// </summary>
/// <param name="connection">The account.</param>
public sealed class AuthorizationGateway(AwsConnection connection)
{
    private const int PageSize = 1000;

    private static readonly string[] Filters = ["User", "Group", "Role", "LocalManagedPolicy", "AWSManagedPolicy"];

    private readonly AmazonIdentityManagementServiceClient _client = connection.Iam();

    /// <summary>Who answers: AWS, the sandbox, or the address that was given.</summary>
    public string Source => connection.IsSandbox ? "Sandbox" : connection.EndpointUrl?.GetLeftPart(UriPartial.Authority) ?? "AWS";

    /// <summary>Takes the picture.</summary>
    /// <param name="onPage">Told after each page how many users, groups, roles and policies are there; from any thread.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="CloudException">AWS's own refusals.</exception>
    public async Task<AccountAuthorization> ReadAsync(Action<int>? onPage, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ConcurrentQueue<GetAccountAuthorizationDetailsResponse> pages = new();
        int found = 0;
        Task[] chains = [.. Filters.Select(filter => ReadPagesAsync(filter, page =>
        {
            pages.Enqueue(page);
            onPage?.Invoke(Interlocked.Add(ref found, CountOf(page)));
        }, stopping))];
        await Task.WhenAll(chains).ConfigureAwait(false);

        AccountAuthorizationBuilder builder = new() { Source = Source, TakenAt = DateTimeOffset.UtcNow };
        AuthorizationPages reader = new(builder);
        foreach (GetAccountAuthorizationDetailsResponse page in pages)
            reader.FindAccount(page);
        if (builder.AccountId.Length == 0)
            builder.AccountId = (await connection.GetCallerIdentityAsync(cancellationToken).ConfigureAwait(false)).AccountId;
        foreach (GetAccountAuthorizationDetailsResponse page in pages)
            reader.Add(page);
        return builder.Build();
    }

    // Where one chain fails, the others' answers are of no use.
    private async Task ReadPagesAsync(string filter, Action<GetAccountAuthorizationDetailsResponse> add, CancellationTokenSource stopping)
    {
        try
        {
            string? marker = null;
            do
            {
                GetAccountAuthorizationDetailsResponse page = await _client
                    .GetAccountAuthorizationDetailsAsync(new() { Filter = [filter], MaxItems = PageSize, Marker = marker }, stopping.Token)
                    .ConfigureAwait(false);
                add(page);
                marker = page.IsTruncated == true ? page.Marker : null;
            }
            while (marker is not null);
        }
        catch
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static int CountOf(GetAccountAuthorizationDetailsResponse page) =>
        (page.UserDetailList?.Count ?? 0) + (page.GroupDetailList?.Count ?? 0) + (page.RoleDetailList?.Count ?? 0) + (page.Policies?.Count ?? 0);
}
