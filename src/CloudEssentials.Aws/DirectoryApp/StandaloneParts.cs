using CloudEssentials.Aws.Connections;
using CloudEssentials.Aws.Errors;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>What is made beside instances that stand by themselves: role and profile, security group, and bucket and table where they are wanted.</summary>
/// <param name="connection">The account, in the instances' Region.</param>
/// <param name="accountId">The account's twelve digits.</param>
/// <param name="appName">The application's name.</param>
public sealed class StandaloneParts(AwsConnection connection, string accountId, string appName)
{
    private static readonly string[] _plain = ["AWS::EC2::SecurityGroup", "AWS::IAM::InstanceProfile", "AWS::IAM::Role"];
    private static readonly string[] _storage = ["AWS::S3::BucketPolicy", "AWS::S3::Bucket", "AWS::DynamoDB::Table"];

    private Standing? _standing;

    /// <summary>Finds what stands of the wanted resources.</summary>
    /// <param name="resources">What is wanted.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Each with what is to be done.</returns>
    /// <exception cref="CloudException"><c>ResourceNotOwned</c>: somebody else's role, profile or security group has the name.</exception>
    public async Task<IReadOnlyList<PlannedPart>> FindAsync(IReadOnlyList<AppResource> resources, CancellationToken cancellationToken)
    {
        AppExecutor executor = Executor(includeData: false);
        _standing = await executor.FindAsync(resources, cancellationToken).ConfigureAwait(false);
        return [.. resources.Select(resource => Planned(executor.Scope, resource, _standing[resource.LogicalId]))];
    }

    /// <summary>Makes what does not stand, and changes what differs.</summary>
    /// <param name="parts">What <see cref="FindAsync"/> found.</param>
    /// <param name="told">Is told what is made, before it is and once it stands.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The id of each by its logical id.</returns>
    public async Task<IReadOnlyDictionary<string, string>> MakeAsync(IReadOnlyList<PlannedPart> parts, Action<string, bool> told, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Standing standing = await Executor(includeData: false).ApplyAsync([.. parts.Select(part => part.Resource)], _standing!, new Telling(told), cancellationToken).ConfigureAwait(false);
        return standing.Found.ToDictionary(found => found.Key, found => found.Value.Id);
    }

    /// <summary>Everything that bears the application's tag.</summary>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<IReadOnlyList<OwnedPart>> FindOwnedAsync(CancellationToken cancellationToken)
    {
        AppExecutor executor = Executor(includeData: false);
        IReadOnlyList<FoundResource> owned = await executor.FindOwnedAsync(_plain, cancellationToken).ConfigureAwait(false);
        try
        {
            owned = [.. owned, .. await executor.FindOwnedAsync(_storage, cancellationToken).ConfigureAwait(false)];
        }
        catch (Exception exception) when (AwsErrors.From(exception) is { ErrorId: "AccessDenied" })
        {
            // Who may not list buckets and tables made none.
        }

        return [.. owned.Select(found => new OwnedPart(found))];
    }

    /// <summary>Deletes what <see cref="FindOwnedAsync"/> found.</summary>
    /// <param name="parts">What to delete.</param>
    /// <param name="includeData">True where bucket and table may take data with them.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task DeleteAsync(IReadOnlyList<OwnedPart> parts, bool includeData, CancellationToken cancellationToken) =>
        Executor(includeData).DeleteAsync([.. parts.Select(part => part.Found)], progress: null, cancellationToken);

    private static PlannedPart Planned(AppScope scope, AppResource resource, FoundResource? found)
    {
        string kind = OwnedPart.KindOf(resource.Type);
        // A bucket or table of somebody else's is used; a role or a group of somebody else's would give the instances what nobody chose.
        if (found is { IsOwned: false } && _plain.Contains(resource.Type))
            throw IamTags.Foreign(kind, resource.Name, scope);
        return found switch
        {
            null => new(resource, $"Create the {kind}: {resource.Why}"),
            { IsOwned: true, Differences.Count: > 0 } => new(resource, $"Change the {kind}: {string.Join(" ", found.Differences)}"),
            _ => new(resource, ""),
        };
    }

    private AppExecutor Executor(bool includeData) => new(
        new(connection, accountId, appName) { IncludeData = includeData },
        [new RoleDriver(), new InstanceProfileDriver(), new SecurityGroupDriver(), new BucketDriver(), new BucketPolicyDriver(), new TableDriver()]);

    private sealed class Telling(Action<string, bool> told) : IProgress<AppStep>
    {
        public void Report(AppStep value)
        {
            if (value.Action == PlanAction.Create)
            {
                lock (told)
                    told($"{OwnedPart.KindOf(value.Type)} {value.Name}", value.IsDone);
            }
        }
    }
}
