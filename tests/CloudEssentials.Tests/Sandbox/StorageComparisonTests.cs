using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;
using CloudEssentials.Sandbox;
using CloudEssentials.Tests.Clients;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>The sandbox's buckets and tables beside those of an emulator that others wrote, as <see cref="EmulatorComparisonTests"/> compares the rest.</summary>
public sealed class StorageComparisonTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private static readonly KnownDifference[] Known =
    [
        new("", "^Message$", "The emulator's words are its own."),
        new("CreateBucket", "^BucketArn$", "API_CreateBucket answers it in x-amz-bucket-arn; the emulator does not."),
        new("CreateBucket misnamed", ".", "General purpose bucket naming rules: a name begins with a letter or number; the emulator takes it."),
        new("PutBucketPolicy malformed", ".", "The emulator takes any text for a policy; S3 wants JSON."),
        new("PutObject", @"^(ChecksumType|ServerSideEncryptionMethod)\.", "API_PutObject answers the kind of checksum and how the object is encrypted; the emulator neither."),
        new("GetObjectMetadata", @"^ServerSideEncryptionMethod\.", "API_HeadObject: every object is encrypted."),
        new("ListObjectsV2", @"\.ChecksumType\.", "API_Object: the emulator leaves it out."),
        new("DeleteObject absent", "^VersionId$", "API_DeleteObject answers the version that was named, there or not."),
        new("GetBucketEncryption", ".", "Since January 2023 every bucket encrypts under S3's own keys; the emulator's says nothing."),
        new("", @"\.(LastUpdateToPayPerRequestDateTime|TableId)$", "API_TableDescription: the emulator leaves it out."),
        new("UpdateItem", "^ConsumedCapacity", "API_UpdateItem answers it only where ReturnConsumedCapacity asks for it."),
        new("DeleteTable", @"\.TableStatus\.Value$", "API_DeleteTable: the table goes into the state DELETING."),
    ];

    [SkippableFact]
    public async Task The_answers_differ_only_where_it_is_known()
    {
        Skip.If(moto.Url is null, "moto_server is not on PATH.");
        using var account = new SandboxAccount(new SandboxOptions { Timings = SandboxTimings.None });
        await using SandboxEndpoint endpoint = SandboxEndpoint.Start(account);

        EmulatorAnswers.AssertDiffer(Known, await AskAsync(endpoint.Url.ToString()), await AskAsync(moto.Url!));
    }

    private static async Task<EmulatorAnswers> AskAsync(string url)
    {
        var answers = new EmulatorAnswers();
        await AskS3(answers, url);
        await AskDynamo(answers, url);
        return answers;
    }

    private static async Task AskS3(EmulatorAnswers answers, string url)
    {
        AmazonS3Config config = EmulatorAnswers.Config<AmazonS3Config>(url);
        config.ForcePathStyle = true;
        using var s3 = new AmazonS3Client(EmulatorAnswers.Keys, config);
        await answers.Ask("CreateBucket", () => s3.PutBucketAsync("cats-of-ours"));
        await answers.Ask("CreateBucket misnamed", () => s3.PutBucketAsync("-cats"));
        await answers.Ask("GetBucketLocation", () => s3.GetBucketLocationAsync("cats-of-ours"));
        await answers.Ask("GetBucketTagging none", () => s3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = "cats-of-ours" }));
        await answers.Ask("PutBucketTagging", () => s3.PutBucketTaggingAsync("cats-of-ours", [new Amazon.S3.Model.Tag { Key = "app", Value = "directory" }]));
        await answers.Ask("GetBucketTagging", () => s3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = "cats-of-ours" }));
        await answers.Ask("PutPublicAccessBlock", () => s3.PutPublicAccessBlockAsync(new PutPublicAccessBlockRequest
        {
            BucketName = "cats-of-ours",
            PublicAccessBlockConfiguration = new() { BlockPublicAcls = true, BlockPublicPolicy = true, IgnorePublicAcls = true, RestrictPublicBuckets = true },
        }));
        await answers.Ask("GetPublicAccessBlock", () => s3.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { BucketName = "cats-of-ours" }));
        await answers.Ask("GetBucketEncryption", () => s3.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = "cats-of-ours" }));
        await answers.Ask("PutObject", () => s3.PutObjectAsync(new PutObjectRequest { BucketName = "cats-of-ours", Key = "2026/tom.txt", ContentBody = "meow", Metadata = { ["owner"] = "alice" } }));
        await answers.Ask("GetObjectMetadata", () => s3.GetObjectMetadataAsync("cats-of-ours", "2026/tom.txt"));
        await answers.Ask("GetObject missing", () => s3.GetObjectAsync("cats-of-ours", "rex.txt"));
        await answers.Ask("ListObjectsV2", () => s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "cats-of-ours" }));
        await answers.Ask("ListObjectsV2 rolled up", () => s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "cats-of-ours", Delimiter = "/" }));
        await answers.Ask("DeleteBucket full", () => s3.DeleteBucketAsync("cats-of-ours"));
        await answers.Ask("PutBucketVersioning", () => s3.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = "cats-of-ours", VersioningConfig = new() { Status = VersionStatus.Enabled } }));
        await answers.Ask("GetBucketVersioning", () => s3.GetBucketVersioningAsync("cats-of-ours"));
        await answers.Ask("DeleteObject", () => s3.DeleteObjectAsync("cats-of-ours", "2026/tom.txt", "null"));
        await answers.Ask("DeleteObject absent", () => s3.DeleteObjectAsync("cats-of-ours", "2026/tom.txt", "null"));

        // The emulator keeps it, and breaks at every later call for an object.
        await answers.Ask("PutBucketPolicy malformed", () => s3.PutBucketPolicyAsync("cats-of-ours", "no policy"));
        await answers.Ask("DeleteBucket", () => s3.DeleteBucketAsync("cats-of-ours"));
        await answers.Ask("ListObjectsV2 nowhere", () => s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "cats-of-ours" }));
    }

    private static async Task AskDynamo(EmulatorAnswers answers, string url)
    {
        using var dynamo = new AmazonDynamoDBClient(EmulatorAnswers.Keys, EmulatorAnswers.Config<AmazonDynamoDBConfig>(url));
        var create = new CreateTableRequest
        {
            TableName = "Employees",
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("id", KeyType.HASH)],
            AttributeDefinitions = [new("id", ScalarAttributeType.S)],
        };
        Dictionary<string, AttributeValue> key = new() { ["id"] = new("1") };
        await answers.Ask("CreateTable", () => dynamo.CreateTableAsync(create));
        await answers.Ask("CreateTable again", () => dynamo.CreateTableAsync(create));
        await answers.Ask("DescribeTable", () => dynamo.DescribeTableAsync("Employees"));
        await answers.Ask("DescribeTable absent", () => dynamo.DescribeTableAsync("Nobody"));
        await answers.Ask("ListTables", () => dynamo.ListTablesAsync());
        await answers.Ask("PutItem", () => dynamo.PutItemAsync("Employees", new() { ["id"] = new("1"), ["full_name"] = new("Alice"), ["age"] = new() { N = "41" } }));
        await answers.Ask("PutItem without key", () => dynamo.PutItemAsync("Employees", new() { ["full_name"] = new("Bob") }));
        await answers.Ask("PutItem conditional", () => dynamo.PutItemAsync(new PutItemRequest("Employees", key) { ConditionExpression = "attribute_not_exists(id)" }));
        await answers.Ask("UpdateItem", () => dynamo.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = "Employees",
            Key = key,
            UpdateExpression = "SET age = age + :one REMOVE full_name",
            ExpressionAttributeValues = new() { [":one"] = new() { N = "1" } },
            ReturnValues = ReturnValue.ALL_NEW,
        }));
        await answers.Ask("GetItem", () => dynamo.GetItemAsync("Employees", key));
        await answers.Ask("GetItem by another key", () => dynamo.GetItemAsync("Employees", new() { ["name"] = new("1") }));
        await answers.Ask("Scan", () => dynamo.ScanAsync(new ScanRequest("Employees") { FilterExpression = "age > :a", ExpressionAttributeValues = new() { [":a"] = new() { N = "40" } } }));
        await answers.Ask("Query", () => dynamo.QueryAsync(new QueryRequest("Employees") { KeyConditionExpression = "id = :id", ExpressionAttributeValues = new() { [":id"] = new("1") } }));
        await answers.Ask("DescribeContinuousBackups", () => dynamo.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = "Employees" }));
        await answers.Ask("DeleteItem", () => dynamo.DeleteItemAsync("Employees", key, ReturnValue.ALL_OLD));
        await answers.Ask("DeleteTable", () => dynamo.DeleteTableAsync("Employees"));
        await answers.Ask("DeleteTable absent", () => dynamo.DeleteTableAsync("Employees"));
    }
}
