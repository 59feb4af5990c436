using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Services.Dynamodb;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>DynamoDB, called by AWS's own package.</summary>
public sealed class DynamoDbTests : IDisposable
{
    private readonly SdkSandbox sandbox = new();
    private readonly AmazonDynamoDBClient dynamo;

    public DynamoDbTests() => dynamo = sandbox.Root.DynamoDb();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task A_table_is_made_over_some_time()
    {
        TableDescription made = (await dynamo.CreateTableAsync(Employees())).TableDescription;
        Assert.Equal((TableStatus.CREATING, "arn:aws:dynamodb:us-east-1:123456789012:table/Employees"), (made.TableStatus, made.TableArn));
        await SdkSandbox.Refuses("ResourceInUseException", () => dynamo.CreateTableAsync(Employees()));
        await SdkSandbox.Refuses("ResourceNotFoundException", () => dynamo.PutItemAsync("Employees", Item("1")));
        AmazonServiceException early = await SdkSandbox.Refuses("ResourceInUseException", () => dynamo.DeleteTableAsync("Employees"));

        sandbox.Clock.Advance(TimeSpan.FromSeconds(2));
        TableDescription active = (await dynamo.DescribeTableAsync("Employees")).Table;

        Assert.Equal(TableStatus.ACTIVE, active.TableStatus);
        Assert.Equal(BillingMode.PAY_PER_REQUEST, active.BillingModeSummary.BillingMode);
        Assert.Equal(("id", KeyType.HASH), (active.KeySchema.Single().AttributeName, active.KeySchema.Single().KeyType));
        Assert.Equal("Attempt to change a resource which is still in use: Table is being created: Employees", early.Message);
    }

    [Fact]
    public async Task A_table_is_deleted_over_some_time_and_its_name_is_free_again()
    {
        await Make();
        await dynamo.PutItemAsync("Employees", Item("1"));

        Assert.Equal(TableStatus.DELETING, (await dynamo.DeleteTableAsync("Employees")).TableDescription.TableStatus);
        await SdkSandbox.Refuses("ResourceInUseException", () => dynamo.DeleteTableAsync("Employees"));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(2));
        AmazonServiceException gone = await SdkSandbox.Refuses("ResourceNotFoundException", () => dynamo.DescribeTableAsync("Employees"));
        Assert.Empty((await dynamo.ListTablesAsync()).TableNames ?? []);
        await Make();

        Assert.Equal("Requested resource not found: Table: Employees not found", gone.Message);
        Assert.Equal(0, (await dynamo.ScanAsync(new ScanRequest("Employees"))).Count);
    }

    [Fact]
    public async Task A_protected_table_stays_until_the_protection_goes()
    {
        await Make(request => request.DeletionProtectionEnabled = true);

        AmazonServiceException kept = await SdkSandbox.Refuses("ValidationException", () => dynamo.DeleteTableAsync("Employees"));
        await dynamo.UpdateTableAsync(new UpdateTableRequest { TableName = "Employees", DeletionProtectionEnabled = false });
        await SdkSandbox.Refuses("ResourceInUseException", () => dynamo.UpdateTableAsync(new UpdateTableRequest { TableName = "Employees", DeletionProtectionEnabled = true }));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        await dynamo.DeleteTableAsync("Employees");

        Assert.Equal("Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.", kept.Message);
    }

    [Fact]
    public async Task Point_in_time_recovery_waits_for_the_backups_to_begin()
    {
        await dynamo.CreateTableAsync(Employees());
        UpdateContinuousBackupsRequest request = new() { TableName = "Employees", PointInTimeRecoverySpecification = new() { PointInTimeRecoveryEnabled = true } };
        await SdkSandbox.Refuses("ContinuousBackupsUnavailableException", () => dynamo.UpdateContinuousBackupsAsync(request));

        sandbox.Clock.Advance(TimeSpan.FromSeconds(3));
        ContinuousBackupsDescription changed = (await dynamo.UpdateContinuousBackupsAsync(request)).ContinuousBackupsDescription;

        Assert.Equal(PointInTimeRecoveryStatus.ENABLED, changed.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus);
        Assert.Equal(ContinuousBackupsStatus.ENABLED, (await dynamo.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = "Employees" })).ContinuousBackupsDescription.ContinuousBackupsStatus);
        await SdkSandbox.Refuses("TableNotFoundException", () => dynamo.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = "Nobody" }));
        Assert.Equal(TimeToLiveStatus.DISABLED, (await dynamo.DescribeTimeToLiveAsync("Employees")).TimeToLiveDescription.TimeToLiveStatus);
    }

    [Theory]
    [InlineData("ab", "id", "id", "PAY_PER_REQUEST", "TableName must be at least 3 characters long and at most 255 characters long")]
    [InlineData("bad name", "id", "id", "PAY_PER_REQUEST", "1 validation error detected: Value 'bad name' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")]
    [InlineData("Employees", "id", "name", "PAY_PER_REQUEST", "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [id], AttributeDefinitions: [name]")]
    [InlineData("Employees", "id", "id", "PROVISIONED", "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED")]
    public async Task A_table_by_the_rules(string name, string key, string defined, string billing, string message)
    {
        AmazonServiceException refusal = await SdkSandbox.Refuses("ValidationException", () => dynamo.CreateTableAsync(new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.FindValue(billing),
            KeySchema = [new(key, KeyType.HASH)],
            AttributeDefinitions = [new(defined, ScalarAttributeType.S)],
        }));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task What_the_sandbox_does_not_have_is_refused_and_not_passed_over()
    {
        await SdkSandbox.Refuses("ValidationException", () => dynamo.CreateTableAsync(Employees(request => request.StreamSpecification = new() { StreamEnabled = true, StreamViewType = StreamViewType.NEW_IMAGE })));
        await Make();
        await SdkSandbox.Refuses("ValidationException", () => dynamo.QueryAsync(new QueryRequest("Employees") { IndexName = "by-name", KeyConditionExpression = "id = :id" }));
    }

    [Fact]
    public async Task There_is_an_end_to_tables()
    {
        await sandbox.Account.EnterAsync(
            mayChange: true,
            () =>
            {
                DynamoState state = DynamoState.Of(sandbox.Account.State);
                foreach (int number in Enumerable.Range(0, CreateTable.Quota))
                {
                    var table = new DynamoTable
                    {
                        Name = $"T{number}",
                        Region = "us-east-1",
                        Arn = $"arn:{number}",
                        Id = $"{number}",
                        Created = sandbox.Clock.GetUtcNow(),
                        HashKey = "id",
                        KeyTypes = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("id", "S"),
                    };
                    state.Tables[table.Key] = table;
                }

                return true;
            },
            CancellationToken.None);

        await SdkSandbox.Refuses("LimitExceededException", () => dynamo.CreateTableAsync(Employees()));
        ListTablesResponse page = await dynamo.ListTablesAsync();
        Assert.Equal((100, page.TableNames[^1]), (page.TableNames.Count, page.LastEvaluatedTableName));
    }

    [Fact]
    public async Task Tags_are_given_and_taken()
    {
        await Make(request => request.Tags = [new() { Key = "app", Value = "directory" }]);
        string arn = (await dynamo.DescribeTableAsync("Employees")).Table.TableArn;
        await dynamo.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = [new() { Key = "env", Value = "test" }] });
        await dynamo.UntagResourceAsync(new UntagResourceRequest { ResourceArn = arn, TagKeys = ["app"] });

        Assert.Equal(["env"], (await dynamo.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = arn })).Tags.Select(tag => tag.Key));
        await SdkSandbox.Refuses("ResourceNotFoundException", () => dynamo.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = arn + "x" }));
    }

    [Fact]
    public async Task An_item_is_put_read_changed_and_deleted()
    {
        await Make();
        await dynamo.PutItemAsync("Employees", Item("1", ("full_name", S("Alice")), ("badges", new AttributeValue { SS = ["apple", "flower"] })));
        UpdateItemResponse updated = await dynamo.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = "Employees",
            Key = Item("1"),
            UpdateExpression = "SET #l = :l, visits = if_not_exists(visits, :zero) + :one REMOVE full_name ADD badges :more",
            ExpressionAttributeNames = new() { ["#l"] = "location" },
            ExpressionAttributeValues = new() { [":l"] = S("Oslo"), [":zero"] = N(0), [":one"] = N(1), [":more"] = new AttributeValue { SS = ["sun"] } },
            ReturnValues = ReturnValue.ALL_NEW,
        });

        Dictionary<string, AttributeValue> item = (await dynamo.GetItemAsync("Employees", Item("1"))).Item;

        Assert.Equal("Oslo", item["location"].S);
        Assert.Equal("1", item["visits"].N);
        Assert.Equal(["apple", "flower", "sun"], item["badges"].SS);
        Assert.False(item.ContainsKey("full_name"));
        Assert.Equal(item.Keys.Order(), updated.Attributes.Keys.Order());
        DeleteItemResponse deleted = await dynamo.DeleteItemAsync("Employees", Item("1"), ReturnValue.ALL_OLD);
        Assert.Equal("Oslo", deleted.Attributes["location"].S);
        Assert.Empty((await dynamo.GetItemAsync("Employees", Item("1"))).Item ?? []);
    }

    [Theory]
    [InlineData("attribute_not_exists(id)", false)]
    [InlineData("attribute_exists(id) AND NOT contains(full_name, :x)", true)]
    [InlineData("full_name = :alice OR full_name = :x", true)]
    [InlineData("full_name IN (:x, :alice)", true)]
    [InlineData("begins_with(full_name, :al)", true)]
    [InlineData("age BETWEEN :one AND :ten", true)]
    [InlineData("age > :ten", false)]
    [InlineData("size(full_name) = :five", true)]
    [InlineData("attribute_type(age, :n)", true)]
    [InlineData("address.city <> :x AND tags[0] = :alice", true)]
    [InlineData("(age < :one)", false)]
    public async Task Conditions_are_held_against_the_item(string condition, bool holds)
    {
        await Make();
        await dynamo.PutItemAsync("Employees", Item("1",
            ("full_name", S("Alice")), ("age", N(5)), ("address", new AttributeValue { M = new() { ["city"] = S("Oslo") } }), ("tags", new AttributeValue { L = [S("Alice")] })));
        Dictionary<string, AttributeValue> values = new()
        {
            [":x"] = S("x"), [":alice"] = S("Alice"), [":al"] = S("Al"), [":one"] = N(1), [":ten"] = N(10), [":five"] = N(5), [":n"] = S("N"),
        };
        var request = new DeleteItemRequest
        {
            TableName = "Employees",
            Key = Item("1"),
            ConditionExpression = condition,
            ExpressionAttributeValues = values.Where(value => condition.Replace("BETWEEN", "between").Split(' ', ',', ')', '(').Contains(value.Key)).ToDictionary(),
        };

        if (holds)
        {
            await dynamo.DeleteItemAsync(request);
        }
        else
        {
            await SdkSandbox.Refuses("ConditionalCheckFailedException", () => dynamo.DeleteItemAsync(request));
        }
    }

    [Theory]
    [InlineData("SET a = :a", "Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :a")]
    [InlineData("SET #a = :v", "Invalid UpdateExpression: An expression attribute name used in the document path is not defined; attribute name: #a")]
    [InlineData("SET a :v", "Invalid UpdateExpression: Syntax error; token: \":v\", near: \"a :v\"")]
    [InlineData("REMOVE a", "Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}")]
    [InlineData("SET id = :v", "One or more parameter values were invalid: Cannot update attribute id. This attribute is part of the key")]
    [InlineData("SET a = b + :v", "The provided expression refers to an attribute that does not exist in the item")]
    [InlineData("SET a = shout(b, :v)", "Invalid UpdateExpression: Invalid function name; function: shout")]
    [InlineData("SET a.b = :v", "The document path provided in the update expression is invalid for update")]
    [InlineData("SET a = :v SET b = :v", "Invalid UpdateExpression: The \"SET\" section can only be used once in an update expression;")]
    public async Task An_update_that_makes_no_sense_is_told_why(string expression, string message)
    {
        await Make();

        AmazonServiceException refusal = await SdkSandbox.Refuses("ValidationException", () => dynamo.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = "Employees",
            Key = Item("1"),
            UpdateExpression = expression,
            ExpressionAttributeValues = new() { [":v"] = N(1) },
        }));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task Keys_are_of_their_type_and_not_empty()
    {
        await Make();

        await Refused("One or more parameter values were invalid: Missing the key id in the item", new() { ["name"] = S("x") });
        await Refused("One or more parameter values were invalid: Type mismatch for key id expected: S actual: N", new() { ["id"] = N(1) });
        await Refused("One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id", new() { ["id"] = S("") });
        await Refused("Item size has exceeded the maximum allowed size", Item("1", ("photo", S(new string('x', 410_000)))));
        AmazonServiceException key = await SdkSandbox.Refuses("ValidationException", () => dynamo.GetItemAsync("Employees", new() { ["name"] = S("x") }));
        Assert.Equal("The provided key element does not match the schema", key.Message);

        async Task Refused(string message, Dictionary<string, AttributeValue> item) =>
            Assert.Equal(message, (await SdkSandbox.Refuses("ValidationException", () => dynamo.PutItemAsync("Employees", item))).Message);
    }

    [Fact]
    public async Task A_scan_walks_all_pages()
    {
        await Make();
        foreach (int number in Enumerable.Range(0, 7))
        {
            await dynamo.PutItemAsync("Employees", Item($"{number}", ("even", new AttributeValue { BOOL = number % 2 == 0 })));
        }

        var request = new ScanRequest("Employees") { Limit = 3, FilterExpression = "even = :yes", ExpressionAttributeValues = new() { [":yes"] = new AttributeValue { BOOL = true } }, ProjectionExpression = "id" };
        List<string> ids = [];
        int scanned = 0;
        do
        {
            ScanResponse page = await dynamo.ScanAsync(request);
            ids.AddRange(page.Items.Select(item => item["id"].S));
            scanned += page.ScannedCount ?? 0;
            Assert.All(page.Items, item => Assert.Single(item));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        Assert.Equal(["0", "2", "4", "6"], ids.Order());
        Assert.Equal(7, scanned);
    }

    [Fact]
    public async Task A_query_reads_one_partition_in_order()
    {
        await dynamo.CreateTableAsync(new CreateTableRequest
        {
            TableName = "Visits",
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("who", KeyType.HASH), new("at", KeyType.RANGE)],
            AttributeDefinitions = [new("who", ScalarAttributeType.S), new("at", ScalarAttributeType.N)],
        });
        sandbox.Clock.Advance(TimeSpan.FromSeconds(2));
        foreach (int at in new[] { 10, 9, 100, 1 })
        {
            await dynamo.PutItemAsync("Visits", new() { ["who"] = S("alice"), ["at"] = N(at) });
        }

        await dynamo.PutItemAsync("Visits", new() { ["who"] = S("bob"), ["at"] = N(5) });

        Assert.Equal(["9", "10", "100"], await Query("who = :w AND at > :a", forward: true));
        Assert.Equal(["100", "10", "9"], await Query("who = :w AND at > :a", forward: false));
        AmazonServiceException missed = await SdkSandbox.Refuses("ValidationException", () => Query("at > :a AND at > :a", forward: true));
        Assert.Equal("Query condition missed key schema element: who", missed.Message);
        await SdkSandbox.Refuses("ValidationException", () => Query("who > :w AND at = :a", forward: true));

        async Task<List<string>> Query(string condition, bool forward)
        {
            var request = new QueryRequest("Visits")
            {
                KeyConditionExpression = condition,
                ScanIndexForward = forward,
                Limit = 2,
                ExpressionAttributeValues = new() { [":w"] = S("alice"), [":a"] = N(1) },
            };
            if (!condition.Contains(":w", StringComparison.Ordinal))
            {
                request.ExpressionAttributeValues.Remove(":w");
            }

            List<string> found = [];
            do
            {
                QueryResponse page = await dynamo.QueryAsync(request);
                found.AddRange((page.Items ?? []).Select(item => item["at"].N));
                request.ExclusiveStartKey = page.LastEvaluatedKey;
            }
            while (request.ExclusiveStartKey is { Count: > 0 });

            return found;
        }
    }

    [Fact]
    public async Task A_user_does_what_is_allowed_on_the_table_and_its_keys()
    {
        await Make(request => request.Tags = [new() { Key = "team", Value = "a" }]);
        AmazonDynamoDBClient alice = (await sandbox.UserAsync(
            "alice",
            """{"Effect":"Allow","Action":["dynamodb:PutItem","dynamodb:GetItem"],"Resource":"arn:aws:dynamodb:us-east-1:123456789012:table/Employees","Condition":{"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":["alice"]}}}""",
            """{"Effect":"Allow","Action":"dynamodb:DescribeTable","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"a"}}}""")).DynamoDb();

        await alice.PutItemAsync("Employees", Item("alice"));
        await alice.DescribeTableAsync("Employees");
        AmazonServiceException refusal = await SdkSandbox.Refuses("AccessDeniedException", () => alice.PutItemAsync("Employees", Item("bob")));
        await SdkSandbox.Refuses("AccessDeniedException", () => alice.ScanAsync(new ScanRequest("Employees")));

        Assert.Equal(
            "User: arn:aws:iam::123456789012:user/alice is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1:123456789012:table/Employees because no identity-based policy allows the dynamodb:PutItem action",
            refusal.Message);
    }

    [Fact]
    public async Task Items_outlive_the_process()
    {
        await Make();
        await dynamo.PutItemAsync("Employees", Item("1", ("full_name", S("Alice"))));

        using SandboxAccount copy = sandbox.Account.Copy();
        AmazonDynamoDBClient again = AwsConnection.ToSandbox(new SandboxHandler(copy), SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, "us-east-1", "a copy").DynamoDb();
        Assert.Equal("Alice", (await again.GetItemAsync("Employees", Item("1"))).Item["full_name"].S);
    }

    private static AttributeValue S(string text) => new(text);

    private static AttributeValue N(int number) => new() { N = $"{number}" };

    private static Dictionary<string, AttributeValue> Item(string id, params (string Name, AttributeValue Value)[] more) =>
        new(more.Select(attribute => KeyValuePair.Create(attribute.Name, attribute.Value))) { ["id"] = S(id) };

    private static CreateTableRequest Employees(Action<CreateTableRequest>? change = null)
    {
        var request = new CreateTableRequest
        {
            TableName = "Employees",
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("id", KeyType.HASH)],
            AttributeDefinitions = [new("id", ScalarAttributeType.S)],
        };
        change?.Invoke(request);
        return request;
    }

    private async Task Make(Action<CreateTableRequest>? change = null)
    {
        await dynamo.CreateTableAsync(Employees(change));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
    }
}
