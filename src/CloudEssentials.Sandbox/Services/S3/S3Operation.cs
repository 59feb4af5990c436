namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>An operation on a bucket or an object. Anyone may ask; the bucket's policy has its say.</summary>
internal abstract class S3Operation : SandboxOperation
{
    public override bool IsAnonymous => true;

    public override IReadOnlyList<string> Resources(OperationCall call)
    {
        string name = call.RequiredText("Bucket");
        if (!IsForAnyRegion && S3Buckets.Find(call.State, name) is { } found && found.Bucket.Region != call.Region)
        {
            throw S3Errors.Elsewhere(call, found.Bucket);
        }

        string arn = $"arn:{call.Partition}:s3:::{name}";
        return [call.Text("Key") is { } key ? $"{arn}/{key}" : arn];
    }

    public override string? ResourceAccount(OperationCall call) => S3Buckets.Find(call.State, call.RequiredText("Bucket"))?.OwnerId;

    // Where a public policy is restricted, it holds for the owner's account and no other.
    public override string? ResourcePolicy(OperationCall call) => S3Buckets.Find(call.State, call.RequiredText("Bucket")) is { Bucket: { Policy: { } policy } bucket } found
        && (bucket.PublicAccess is not { RestrictPublicBuckets: true } || call.Caller is { Kind: not CallerKind.Anonymous } caller && caller.AccountId == found.OwnerId || !S3PolicyGrammar.IsPublic(policy))
            ? policy
            : null;

    public override IReadOnlyDictionary<string, object?> Context(OperationCall call)
    {
        var context = new Dictionary<string, object?> { ["s3:signatureversion"] = "AWS4-HMAC-SHA256", ["s3:TlsVersion"] = "1.3" };
        Add("s3:prefix", call.Text("Prefix"));
        Add("s3:delimiter", call.Text("Delimiter"));
        Add("s3:max-keys", call.Number("MaxKeys")?.ToString());
        Add("s3:VersionId", call.Text("VersionId"));
        Add("s3:x-amz-acl", call.Text("ACL"));
        Add("s3:x-amz-server-side-encryption", call.Text("ServerSideEncryption"));
        Add("s3:x-amz-server-side-encryption-aws-kms-key-id", call.Text("SSEKMSKeyId"));
        Add("s3:x-amz-storage-class", call.Text("StorageClass"));
        Add("s3:x-amz-object-ownership", call.Text("ObjectOwnership"));
        Add("s3:LocationConstraint", call.Input["CreateBucketConfiguration"]?["LocationConstraint"]?.GetValue<string>());
        return context;

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                context[key] = value;
            }
        }
    }

    /// <summary>Whether it answers for buckets of other Regions too.</summary>
    protected virtual bool IsForAnyRegion => false;

    /// <summary>Whether the caller may do another thing to something in the same bucket.</summary>
    protected bool MayAlso(OperationCall call, string action, string resource) => call.Account.Authorizer.Decide(
        new AuthorizationRequest(call.Caller, action, [resource], call.Region, call.State)
        {
            Context = Context(call),
            ResourceAccount = ResourceAccount(call),
            ResourcePolicy = ResourcePolicy(call),
        }).IsAllowed;
}
