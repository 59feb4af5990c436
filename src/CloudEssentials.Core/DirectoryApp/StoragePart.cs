using System.Text.Json.Nodes;

namespace CloudEssentials.DirectoryApp;

/// <summary>Where the application keeps photos and employees.</summary>
internal static class StoragePart
{
    internal const string Bucket = "PhotosBucket";
    internal const string Table = "EmployeesTable";

    /// <summary>Adds bucket and table.</summary>
    internal static void Add(Blueprint blueprint)
    {
        AddBucket(blueprint);
        AddTable(blueprint);
    }

    private static void AddBucket(Blueprint blueprint)
    {
        string name = blueprint.Spec.PhotosBucket;
        blueprint.AddTagged(Bucket, "AWS::S3::Bucket", name, "The photos: private, encrypted, and old versions are kept.", new()
        {
            ["BucketName"] = name,
            ["BucketEncryption"] = new JsonObject
            {
                ["ServerSideEncryptionConfiguration"] = new JsonArray(new JsonObject
                {
                    ["ServerSideEncryptionByDefault"] = new JsonObject { ["SSEAlgorithm"] = "AES256" },
                }),
            },
            ["PublicAccessBlockConfiguration"] = new JsonObject
            {
                ["BlockPublicAcls"] = true,
                ["BlockPublicPolicy"] = true,
                ["IgnorePublicAcls"] = true,
                ["RestrictPublicBuckets"] = true,
            },
            ["VersioningConfiguration"] = new JsonObject { ["Status"] = "Enabled" },
        });
        blueprint.Add("PhotosBucketPolicy", "AWS::S3::BucketPolicy", name, "Refuses whoever does not come by TLS.", new()
        {
            ["Bucket"] = Blueprint.Ref(Bucket),
            ["PolicyDocument"] = TlsOnly(blueprint, name),
        });
    }

    private static JsonObject TlsOnly(Blueprint blueprint, string bucket) => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Sid"] = "TlsOnly",
            ["Effect"] = "Deny",
            ["Principal"] = "*",
            ["Action"] = "s3:*",
            ["Resource"] = new JsonArray(blueprint.Arn($"s3:::{bucket}"), blueprint.Arn($"s3:::{bucket}/*")),
            ["Condition"] = new JsonObject { ["Bool"] = new JsonObject { ["aws:SecureTransport"] = "false" } },
        }),
    };

    private static void AddTable(Blueprint blueprint)
    {
        string name = blueprint.Spec.TableName;
        blueprint.AddTagged(Table, "AWS::DynamoDB::Table", name, "The employees: paid by request, restorable to any second of the last 35 days.", new()
        {
            ["TableName"] = name,
            ["AttributeDefinitions"] = new JsonArray(new JsonObject { ["AttributeName"] = "id", ["AttributeType"] = "S" }),
            ["KeySchema"] = new JsonArray(new JsonObject { ["AttributeName"] = "id", ["KeyType"] = "HASH" }),
            ["BillingMode"] = "PAY_PER_REQUEST",
            ["PointInTimeRecoverySpecification"] = new JsonObject { ["PointInTimeRecoveryEnabled"] = true },
        });
    }
}
