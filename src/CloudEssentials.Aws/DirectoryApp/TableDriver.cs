using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using CloudEssentials.Aws.Clients;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Tables of DynamoDB: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html.</summary>
internal sealed class TableDriver : IResourceDriver
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _atMost = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public string Type => "AWS::DynamoDB::Table";

    /// <inheritdoc/>
    public async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        TableDescription? table = await GetAsync(wish.Scope, NameOf(wish), cancellationToken).ConfigureAwait(false);
        if (table is null || table.TableStatus == TableStatus.DELETING)
            return null;
        CheckKey(wish, table);
        FoundResource found = Found(table, await IsOwnedAsync(wish.Scope, table.TableArn, cancellationToken).ConfigureAwait(false));
        return found.IsOwned ? found with { Differences = await DifferencesAsync(wish, table, cancellationToken).ConfigureAwait(false) } : found;
    }

    /// <inheritdoc/>
    public async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        AmazonDynamoDBClient client = wish.Scope.Connection.DynamoDb();
        string name = NameOf(wish);
        // One of that name may be going just now.
        if (await GetAsync(wish.Scope, name, cancellationToken).ConfigureAwait(false) is { } going && going.TableStatus == TableStatus.DELETING)
            await client.WaitUntilTableNotExistsAsync(new() { TableName = name }, _every, _atMost, cancellationToken).ConfigureAwait(false);
        bool isNew = await Eventually.UnlessGoneAsync(() => client.CreateTableAsync(Request(wish), cancellationToken), exception => exception.ErrorCode == "ResourceInUseException").ConfigureAwait(false) is not null;
        await client.WaitUntilTableExistsAsync(new() { TableName = name }, _every, _atMost, cancellationToken).ConfigureAwait(false);
        TableDescription table = (await GetAsync(wish.Scope, name, cancellationToken).ConfigureAwait(false))!;
        if (!isNew && !await IsOwnedAsync(wish.Scope, table.TableArn, cancellationToken).ConfigureAwait(false))
            throw IamTags.Foreign("table", name, wish.Scope);
        return await UpdateAsync(wish, Found(table, isOwned: true), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        AmazonDynamoDBClient client = wish.Scope.Connection.DynamoDb();
        await client.WaitUntilTableExistsAsync(new() { TableName = found.Id }, _every, _atMost, cancellationToken).ConfigureAwait(false);
        if (WantsRecovery(wish) && !await HasRecoveryAsync(client, found.Id, cancellationToken).ConfigureAwait(false))
        {
            // Backups of a new table are not to be had at once.
            UpdateContinuousBackupsRequest request = new() { TableName = found.Id, PointInTimeRecoverySpecification = new() { PointInTimeRecoveryEnabled = true } };
            await Eventually.CallAsync(
                () => client.UpdateContinuousBackupsAsync(request, cancellationToken),
                exception => exception.ErrorCode is "ContinuousBackupsUnavailableException" or "ResourceInUseException",
                _atMost,
                cancellationToken).ConfigureAwait(false);
        }

        if (wish.Text("BillingMode") is { } mode && await GetAsync(wish.Scope, found.Id, cancellationToken).ConfigureAwait(false) is { } table && ModeOf(table) != mode)
        {
            await client.UpdateTableAsync(new UpdateTableRequest { TableName = found.Id, BillingMode = mode }, cancellationToken).ConfigureAwait(false);
            await client.WaitUntilTableExistsAsync(new() { TableName = found.Id }, _every, _atMost, cancellationToken).ConfigureAwait(false);
        }

        return found with { Differences = [] };
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken)
    {
        AmazonDynamoDBClient client = scope.Connection.DynamoDb();
        List<FoundResource> owned = [];
        ListTablesRequest request = new();
        do
        {
            ListTablesResponse page = await client.ListTablesAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (string name in page.TableNames ?? [])
            {
                string arn = $"arn:{scope.Connection.Partition}:dynamodb:{scope.Connection.Region}:{scope.AccountId}:table/{name}";
                if (await IsOwnedAsync(scope, arn, cancellationToken).ConfigureAwait(false)
                    && await GetAsync(scope, name, cancellationToken).ConfigureAwait(false) is { } table
                    && table.TableStatus != TableStatus.DELETING)
                    owned.Add(Found(table, isOwned: true));
            }

            request.ExclusiveStartTableName = page.LastEvaluatedTableName;
        }
        while (!string.IsNullOrEmpty(request.ExclusiveStartTableName));
        return owned;
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken)
    {
        AmazonDynamoDBClient client = scope.Connection.DynamoDb();
        if (!scope.IncludeData && await HasItemsAsync(client, found.Id, cancellationToken).ConfigureAwait(false))
            throw new CloudException("TableNotEmpty", $"The table '{found.Id}' holds items.", CloudErrorCategory.ResourceBusy, found.Id, "-IncludeData removes them with it.");
        // It is made or deleted just now where it is in use.
        await Eventually.UnlessGoneAsync(
            () => Eventually.CallAsync(() => DeleteOnceAsync(client, found.Id, cancellationToken), exception => exception.ErrorCode == "ResourceInUseException", _atMost, cancellationToken),
            IsMissing).ConfigureAwait(false);
        await client.WaitUntilTableNotExistsAsync(new() { TableName = found.Id }, _every, _atMost, cancellationToken).ConfigureAwait(false);
    }

    private static string NameOf(ResourceWish wish) => wish.Text("TableName") ?? wish.Resource.Name;

    private static bool IsMissing(AmazonServiceException exception) => exception.ErrorCode == "ResourceNotFoundException";

    private static async Task<TableDescription?> GetAsync(AppScope scope, string name, CancellationToken cancellationToken) =>
        (await Eventually.UnlessGoneAsync(() => Repetition.RunAsync(() => scope.Connection.DynamoDb().DescribeTableAsync(new DescribeTableRequest { TableName = name }, cancellationToken), cancellationToken), IsMissing).ConfigureAwait(false))?.Table;

    private static async Task<object> DeleteOnceAsync(AmazonDynamoDBClient client, string name, CancellationToken cancellationToken)
    {
        TableDescription table = (await client.DescribeTableAsync(new DescribeTableRequest { TableName = name }, cancellationToken).ConfigureAwait(false)).Table;
        return table.TableStatus == TableStatus.DELETING ? table : await client.DeleteTableAsync(new DeleteTableRequest { TableName = name }, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<bool> HasItemsAsync(AmazonDynamoDBClient client, string name, CancellationToken cancellationToken) =>
        (await Eventually.UnlessGoneAsync(() => client.ScanAsync(new ScanRequest { TableName = name, Limit = 1 }, cancellationToken), IsMissing).ConfigureAwait(false))?.Items?.Count > 0;

    private static async Task<bool> IsOwnedAsync(AppScope scope, string arn, CancellationToken cancellationToken)
    {
        try
        {
            ListTagsOfResourceResponse answer = await Repetition.RunAsync(() => scope.Connection.DynamoDb().ListTagsOfResourceAsync(new() { ResourceArn = arn }, cancellationToken), cancellationToken).ConfigureAwait(false);
            return AppTags.IsOwned(scope, (answer.Tags ?? []).Select(tag => (tag.Key, tag.Value)));
        }
        catch (AmazonDynamoDBException exception) when (exception.ErrorCode is "AccessDeniedException" or "ResourceNotFoundException")
        {
            // Whose tags may not be read is none of ours.
            return false;
        }
    }

    private static FoundResource Found(TableDescription table, bool isOwned) => new("AWS::DynamoDB::Table", table.TableName)
    {
        Name = table.TableName,
        Attributes = new Dictionary<string, string> { ["Arn"] = table.TableArn },
        IsOwned = isOwned,
    };

    private static CreateTableRequest Request(ResourceWish wish) => new()
    {
        TableName = NameOf(wish),
        AttributeDefinitions = [.. wish.Properties.Objects("AttributeDefinitions").Select(attribute => new AttributeDefinition(attribute.Text("AttributeName"), attribute.Text("AttributeType")))],
        KeySchema = [.. wish.Properties.Objects("KeySchema").Select(key => new KeySchemaElement(key.Text("AttributeName"), key.Text("KeyType")))],
        BillingMode = wish.Text("BillingMode") ?? "PAY_PER_REQUEST",
        SSESpecification = wish.Properties["SSESpecification"] is JsonObject encryption ? new() { Enabled = encryption.Flag("SSEEnabled") } : null,
        DeletionProtectionEnabled = wish.Properties["DeletionProtectionEnabled"] is null ? null : wish.Properties.Flag("DeletionProtectionEnabled"),
        Tags = [.. AppTags.Of(wish).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })],
    };

    private static bool WantsRecovery(ResourceWish wish) => wish.Properties["PointInTimeRecoverySpecification"] is JsonObject recovery && recovery.Flag("PointInTimeRecoveryEnabled");

    private static async Task<bool> HasRecoveryAsync(AmazonDynamoDBClient client, string name, CancellationToken cancellationToken)
    {
        DescribeContinuousBackupsResponse? answer = await Eventually.UnlessGoneAsync(() => Repetition.RunAsync(() => client.DescribeContinuousBackupsAsync(new() { TableName = name }, cancellationToken), cancellationToken), exception => exception.ErrorCode == "TableNotFoundException").ConfigureAwait(false);
        return answer?.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus == PointInTimeRecoveryStatus.ENABLED;
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(ResourceWish wish, TableDescription table, CancellationToken cancellationToken)
    {
        List<string> differences = [];
        if (WantsRecovery(wish) && !await HasRecoveryAsync(wish.Scope.Connection.DynamoDb(), table.TableName, cancellationToken).ConfigureAwait(false))
            differences.Add("It cannot be brought back to a point in time.");
        if (wish.Text("BillingMode") is { } mode && ModeOf(table) != mode)
            differences.Add($"Its billing mode is {ModeOf(table)}.");
        return differences;
    }

    // A table that was never on demand says nothing of it.
    private static string ModeOf(TableDescription table) => table.BillingModeSummary?.BillingMode?.Value ?? "PROVISIONED";

    /// <summary>A table is of use only with the key that the application asks for items by, whoever made it.</summary>
    private static void CheckKey(ResourceWish wish, TableDescription table)
    {
        string keys = string.Join(", ", (table.KeySchema ?? []).Select(key => key.AttributeName));
        string wanted = string.Join(", ", wish.Properties.Objects("KeySchema").Select(key => key.Text("AttributeName")));
        if (keys != wanted)
            throw new CloudException("TableKeyOther", $"The table '{table.TableName}' has the key {keys}, and the application needs {wanted}.", CloudErrorCategory.InvalidData, table.TableName, "The key of a table cannot be changed: remove the table, or name another.");
    }
}
