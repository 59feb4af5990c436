using System.Text.Json.Nodes;
using CloudEssentials.Regions;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Makes a bucket.</summary>
internal sealed class CreateBucket : S3Operation
{
    private const string FirstRegion = "us-east-1";

    public override IReadOnlyList<string> Resources(OperationCall call) => [$"arn:{call.Partition}:s3:::{call.RequiredText("Bucket")}"];

    public override string? ResourceAccount(OperationCall call) => null;

    public override string? ResourcePolicy(OperationCall call) => null;

    // "Permissions" of CreateBucket in the Amazon S3 API Reference.
    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call)
    {
        if (call.Text("ObjectOwnership") is not null)
        {
            yield return ("s3:PutBucketOwnershipControls", Resources(call)[0]);
        }

        if (call.Input["CreateBucketConfiguration"]?["Tags"] is JsonArray { Count: > 0 })
        {
            yield return ("s3:TagResource", Resources(call)[0]);
        }
    }

    public override JsonObject Execute(OperationCall call)
    {
        string name = call.RequiredText("Bucket");
        S3Buckets.CheckName(name);
        string region = RegionOf(call);
        string ownership = call.Text("ObjectOwnership") ?? S3Bucket.Enforced;
        CheckAcl(call, ownership);
        S3Found? found = S3Buckets.Find(call.State, name);
        if (found is null && !S3Buckets.IsOfOthers(name))
        {
            Add(call, name, region, ownership);
        }
        else if (found?.OwnerId != call.AccountId)
        {
            throw S3Errors.Of(
                "BucketAlreadyExists",
                "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.",
                409,
                ("BucketName", name));
        }
        else if (region != FirstRegion || found.Bucket.Region != FirstRegion)
        {
            // In the first Region making a bucket again succeeds, as it always has.
            throw S3Errors.Of("BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.", 409, ("BucketName", name));
        }

        return new JsonObject { ["Location"] = region == FirstRegion ? $"/{name}" : $"http://{name}.s3.amazonaws.com/", ["BucketArn"] = $"arn:{call.Partition}:s3:::{name}" };
    }

    private static void Add(OperationCall call, string name, string region, string ownership)
    {
        S3State state = S3State.Of(call.State);
        if (state.Buckets.Count >= S3Buckets.Quota)
        {
            throw new ServiceError("TooManyBuckets", "You have attempted to create more buckets than allowed");
        }

        if (call.Flag("ObjectLockEnabledForBucket"))
        {
            throw new ServiceError("NotImplemented", "The sandbox has no Object Lock.", 501);
        }

        state.Buckets[name] = new S3Bucket
        {
            Name = name,
            Region = region,
            Created = call.Now,
            Ownership = ownership,
            Tags = S3Tags.Read(call.Input["CreateBucketConfiguration"]?["Tags"]),
        };
    }

    private static string RegionOf(OperationCall call)
    {
        string? constraint = call.Input["CreateBucketConfiguration"]?["LocationConstraint"]?.GetValue<string>();
        string? wanted = constraint == "EU" ? "eu-west-1" : constraint;
        if (wanted == FirstRegion || (wanted is not null && RegionCatalog.Default.Find(wanted) is null))
        {
            throw S3Errors.Of("InvalidLocationConstraint", "The specified location-constraint is not valid", 400, ("LocationConstraint", wanted));
        }

        // The first Region's endpoint makes buckets anywhere; the others' only at home.
        return call.Region == FirstRegion || wanted == call.Region
            ? wanted ?? FirstRegion
            : throw new ServiceError(
                "IllegalLocationConstraintException",
                $"The {wanted ?? "unspecified"} location constraint is incompatible for the region specific endpoint this request was sent to.");
    }

    private static void CheckAcl(OperationCall call, string ownership)
    {
        if (call.Text("ACL") is { } acl && acl != "private")
        {
            throw ownership == S3Bucket.Enforced
                ? new ServiceError("InvalidBucketAclWithObjectOwnership", "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting")
                : S3Errors.AccessDenied();
        }
    }
}
