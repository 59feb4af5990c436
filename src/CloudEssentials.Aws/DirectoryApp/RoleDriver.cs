using System.Runtime.CompilerServices;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Aws.Clients;
using CloudEssentials.Policies;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Roles, with their inline policies: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html.</summary>
internal sealed class RoleDriver : IResourceDriver
{
    /// <inheritdoc/>
    public string Type => "AWS::IAM::Role";

    /// <inheritdoc/>
    public async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        Role? role = await GetAsync(wish.Scope, NameOf(wish), cancellationToken).ConfigureAwait(false);
        if (role is null)
            return null;
        FoundResource found = Found(wish.Scope, role);
        return found.IsOwned ? found with { Differences = await DifferencesAsync(wish, role, cancellationToken).ConfigureAwait(false) } : found;
    }

    /// <inheritdoc/>
    public async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        string name = NameOf(wish);
        AmazonIdentityManagementServiceClient client = wish.Scope.Connection.Iam();
        CreateRoleRequest request = new()
        {
            RoleName = name,
            AssumeRolePolicyDocument = Trust(wish).ToJson(PolicyJsonStyle.Compact),
            Description = wish.Text("Description"),
            Tags = IamTags.Of(wish),
        };
        // A call whose answer was lost is made again by the SDK, and then the role is there.
        bool isNew = await Eventually.UnlessGoneAsync(() => client.CreateRoleAsync(request, cancellationToken), IamTags.IsThere).ConfigureAwait(false) is not null;
        await client.WaitUntilRoleExistsAsync(new() { RoleName = name }, cancellationToken: cancellationToken).ConfigureAwait(false);
        Role role = (await GetAsync(wish.Scope, name, cancellationToken).ConfigureAwait(false))!;
        FoundResource found = Found(wish.Scope, role);
        if (!found.IsOwned)
            throw IamTags.Foreign("role", name, wish.Scope);
        return await UpdateAsync(wish, found, cancellationToken).ConfigureAwait(false) with { IsNew = isNew };
    }

    /// <inheritdoc/>
    public async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        AmazonIdentityManagementServiceClient client = wish.Scope.Connection.Iam();
        RoleGateway gateway = new(wish.Scope.Connection);
        Role role = (await client.GetRoleAsync(new() { RoleName = found.Id }, cancellationToken).ConfigureAwait(false)).Role;
        if (!PolicyDocument.Parse(role.AssumeRolePolicyDocument).Equals(Trust(wish)))
            await client.UpdateAssumeRolePolicyAsync(new() { RoleName = found.Id, PolicyDocument = Trust(wish).ToJson(PolicyJsonStyle.Compact) }, cancellationToken).ConfigureAwait(false);

        List<string> present = await InlineAsync(client, found.Id, cancellationToken).ConfigureAwait(false);
        foreach ((string name, PolicyDocument document) in Policies(wish))
        {
            PolicyDocument? current = present.Remove(name) ? await Repetition.RunAsync(() => gateway.FindInlinePolicyAsync(found.Id, name, cancellationToken), cancellationToken).ConfigureAwait(false) : null;
            if (!document.Equals(current))
                await Eventually.CallAsync(() => PutAsync(gateway, found.Id, name, document, cancellationToken), IamTags.IsMissing, IamTags.Lag, cancellationToken).ConfigureAwait(false);
        }

        foreach (string name in present)
            await DeleteInlineAsync(client, found.Id, name, cancellationToken).ConfigureAwait(false);
        return found with { Differences = [] };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken) => IamTags.OwnedAsync(
        scope,
        NamesAsync(scope, cancellationToken),
        async name => await GetAsync(scope, name, cancellationToken).ConfigureAwait(false) is { } found ? Found(scope, found) : null);

    /// <inheritdoc/>
    public async Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken)
    {
        AmazonIdentityManagementServiceClient client = scope.Connection.Iam();
        foreach (string name in await InlineAsync(client, found.Id, cancellationToken).ConfigureAwait(false))
            await DeleteInlineAsync(client, found.Id, name, cancellationToken).ConfigureAwait(false);
        ListAttachedRolePoliciesResponse? attached = await Eventually.UnlessGoneAsync(() => client.ListAttachedRolePoliciesAsync(new() { RoleName = found.Id }, cancellationToken), IamTags.IsMissing).ConfigureAwait(false);
        foreach (AttachedPolicyType policy in attached?.AttachedPolicies ?? [])
            await Eventually.UnlessGoneAsync(() => client.DetachRolePolicyAsync(new() { RoleName = found.Id, PolicyArn = policy.PolicyArn }, cancellationToken), IamTags.IsMissing).ConfigureAwait(false);
        await Eventually.UnlessGoneAsync(() => client.DeleteRoleAsync(new() { RoleName = found.Id }, cancellationToken), IamTags.IsMissing).ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string> NamesAsync(AppScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Role listed in scope.Connection.Iam().Paginators.ListRoles(new()).Roles.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return listed.RoleName;
    }

    private static string NameOf(ResourceWish wish) => wish.Text("RoleName") ?? wish.Resource.Name;

    private static PolicyDocument Trust(ResourceWish wish) => wish.Properties.Policy("AssumeRolePolicyDocument");

    private static IEnumerable<(string Name, PolicyDocument Document)> Policies(ResourceWish wish) =>
        wish.Properties.Objects("Policies").Select(policy => (policy.Text("PolicyName")!, policy.Policy("PolicyDocument")));

    private static async Task<Role?> GetAsync(AppScope scope, string name, CancellationToken cancellationToken) =>
        (await Eventually.UnlessGoneAsync(() => Repetition.RunAsync(() => scope.Connection.Iam().GetRoleAsync(new() { RoleName = name }, cancellationToken), cancellationToken), IamTags.IsMissing).ConfigureAwait(false))?.Role;

    private static FoundResource Found(AppScope scope, Role role) => new("AWS::IAM::Role", role.RoleName)
    {
        Name = role.RoleName,
        Attributes = new Dictionary<string, string> { ["Arn"] = role.Arn, ["RoleId"] = role.RoleId },
        IsOwned = IamTags.IsOwned(scope, role.Tags),
    };

    private static async Task<List<string>> InlineAsync(AmazonIdentityManagementServiceClient client, string name, CancellationToken cancellationToken)
    {
        // A role has 10,240 characters of inline policies at most: they fit on one page.
        ListRolePoliciesResponse? listed = await Eventually.UnlessGoneAsync(() => Repetition.RunAsync(() => client.ListRolePoliciesAsync(new() { RoleName = name }, cancellationToken), cancellationToken), IamTags.IsMissing).ConfigureAwait(false);
        return listed?.PolicyNames ?? [];
    }

    private static Task<DeleteRolePolicyResponse?> DeleteInlineAsync(AmazonIdentityManagementServiceClient client, string role, string name, CancellationToken cancellationToken) =>
        Eventually.UnlessGoneAsync(() => client.DeleteRolePolicyAsync(new() { RoleName = role, PolicyName = name }, cancellationToken), IamTags.IsMissing);

    private static async Task<bool> PutAsync(RoleGateway gateway, string role, string name, PolicyDocument document, CancellationToken cancellationToken)
    {
        await gateway.PutInlinePolicyAsync(role, name, document, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(ResourceWish wish, Role role, CancellationToken cancellationToken)
    {
        RoleGateway gateway = new(wish.Scope.Connection);
        List<string> differences = [];
        if (!PolicyDocument.Parse(role.AssumeRolePolicyDocument).Equals(Trust(wish)))
            differences.Add("It trusts others than it should.");
        List<string> present = await InlineAsync(wish.Scope.Connection.Iam(), role.RoleName, cancellationToken).ConfigureAwait(false);
        foreach ((string name, PolicyDocument document) in Policies(wish))
        {
            if (!present.Remove(name))
                differences.Add($"Its inline policy {name} is missing.");
            else if (!document.Equals(await Repetition.RunAsync(() => gateway.FindInlinePolicyAsync(role.RoleName, name, cancellationToken), cancellationToken).ConfigureAwait(false)))
                differences.Add($"Its inline policy {name} allows something else.");
        }

        return [.. differences, .. present.Select(name => $"It has an inline policy {name} that the application does not need.")];
    }
}
